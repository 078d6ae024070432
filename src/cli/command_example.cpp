// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_example.hpp"

#include <limits>

#include "base/file.hpp"
#include "cli/print_tables.hpp"
#include "cli/read_data.hpp"
#include "source/example_files.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::cli {

using base::say;

namespace {

table::Table files_made(const std::string& folder) {
  std::vector<std::string> rows;
  for (const std::filesystem::path& path : base::files_below(folder))
    rows.push_back(path.lexically_relative(folder).generic_string());
  table::TableBuilder<std::string> made("files", say("Files of Voorbeeldland"), rows, {"file"});
  made.column("file", say("file"), [](const std::string& file) { return file; });
  return made.build();
}

}  // namespace

Grammar CommandExample::grammar() const {
  return {.operands = {{.name = "folder",
                        .value = say("FOLDER"),
                        .meaning = say("where the files come; it is made when needed"),
                        .required = say("name the folder to write, such as voorbeeld")}},
          .options = {{.name = "seed",
                       .meaning = say("what chance starts from (2017); another seed makes another "
                                      "country"),
                       .value = say("NUMBER")},
                      {.name = "size",
                       .meaning = say("how big; country is what the tutorial uses"),
                       .value = say("SIZE"),
                       .choices = {"town", "country", "nation"}},
                      replace_option(),
                      threads_option(),
                      format_option()}};
}

void CommandExample::setup(const Arguments& arguments, Mistakes& mistakes) {
  folder_ = arguments.text("folder");
  if (const auto seed =
          arguments.whole("seed", 0, std::numeric_limits<std::int64_t>::max(), mistakes))
    seed_ = {static_cast<std::uint64_t>(*seed)};
  size_ = source::parse_example_size(arguments.text("size", "country")).value_or(size_);
  workers_ = arguments.workers(mistakes);
  may_replace_ = arguments.has("replace");
}

Ending CommandExample::run(Session& session) {
  check_output_folder(folder_, may_replace_);
  source::write_example(folder_, seed_, size_, workers_, session.progress(), may_replace_);
  session.end_progress();
  if (!session.is_silent()) print_tables(session, {files_made(folder_)});
  session.tell_gap();
  session.tell(say("Voorbeeldland is in {}; truth.json tells what was planted in it", folder_));
  session.tell(say("next: wijkbeeld import {} --project voorbeeld.gpkg", folder_));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
