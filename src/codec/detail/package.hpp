// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace wijkbeeld::codec::detail {

/// What links a part of an office file to another (ECMA-376 part 2, 9.3).
struct Relation {
  std::string type;    ///< last word of the type's address: "worksheet", "sharedStrings"
  std::string target;  ///< name of the part, without a leading slash
};

/// The parts of an office file that is a zip archive (Open Packaging Conventions), by name.
class Package {
 public:
  /// Throws Failure when the bytes are no such file, and says what they are instead where it can
  /// be told: an old .xls, a workbook with a password, OpenDocument, a text. Nor when they unpack
  /// to more than `most_unpacked` bytes.
  Package(std::string_view bytes, std::string name, std::size_t most_unpacked);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The part, without regard to case as the standard has it; nothing when there is none.
  [[nodiscard]] const std::string* part(std::string_view part_name) const;
  /// The relations of a part ("" is the package itself) by their id; empty when it has none.
  [[nodiscard]] std::map<std::string, Relation> relations(std::string_view part_name) const;

 private:
  void refuse_other_kinds() const;

  std::string name_;
  std::map<std::string, std::string> parts_;  // names in lower case
};

}  // namespace wijkbeeld::codec::detail
