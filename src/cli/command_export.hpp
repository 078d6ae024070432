// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/parallel.hpp"
#include "cli/command.hpp"
#include "cli/export_choice.hpp"

namespace wijkbeeld::cli {

/// `wijkbeeld export`: figures out of a project file, as a table or a map layer.
class CommandExport final : public Command {
 public:
  [[nodiscard]] Grammar grammar() const override;
  void setup(const Arguments& arguments, Mistakes& mistakes) override;
  Ending run(Session& session) override;

 private:
  void write(const Session& session, const series::Project& project, const Exported& exported);
  std::string data_;
  std::string out_;
  std::string kind_;  ///< csv, json, xlsx, gpkg or geojson
  ExportWish wish_;
  base::Workers workers_;
  bool may_replace_ = false;
};

}  // namespace wijkbeeld::cli
