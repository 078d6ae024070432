// SPDX-License-Identifier: EUPL-1.2
#include "report/table_files.hpp"

#include "base/file.hpp"
#include "codec/csv.hpp"

namespace wijkbeeld::report {

void write_table_files(const std::filesystem::path& folder, const std::vector<table::Table>& tables,
                       const std::string& licence, const base::Catalogue& catalogue,
                       base::Workers workers) {
  std::filesystem::create_directories(folder);
  base::for_blocks(tables.size(), 1, workers, [&](std::size_t at, std::size_t) {
    const table::Table& one = tables[at];
    const std::string name = one.name + ".csv";
    base::write_whole(folder / name, codec::to_csv(one));
    base::write_whole(folder / (name + "-metadata.json"),
                      codec::to_csvw(one, name, catalogue, licence));
  });
}

}  // namespace wijkbeeld::report
