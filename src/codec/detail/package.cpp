// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/package.hpp"

#include <utility>
#include <vector>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "codec/detail/sheet_cells.hpp"
#include "codec/detail/xml_scan.hpp"
#include "codec/zip.hpp"

namespace wijkbeeld::codec::detail {

using base::Failure;
using base::say;

namespace {

constexpr std::string_view kOle = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";  // [MS-CFB] 2.2

Failure no_workbook(const std::string& name) {
  return Failure(say("this is no Excel workbook (.xlsx)")).at({name});
}

// Names in an OLE file are UTF-16.
std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii)
    out.append({c, '\0'});
  return out;
}

[[noreturn]] void refuse_ole(std::string_view bytes, const std::string& name) {
  const auto has = [&](std::string_view stream) {
    return bytes.find(utf16(stream)) != std::string_view::npos;
  };
  if (has("EncryptedPackage"))
    throw Failure(say("the workbook is protected with a password"))
        .at({name})
        .help(say("open it in Excel, remove the password (File, Info), and save it again"));
  if (has("Workbook") || has("Book"))
    throw no_workbook(name)
        .because(say("it is a workbook of Excel 97 to 2003 (.xls)"))
        .help(say("open it in Excel or LibreOffice and save it as .xlsx"));
  throw no_workbook(name).because(say("it is an older Office file, but not a workbook"));
}

void refuse_text(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("PK") || bytes.empty()) return;
  const std::string start = base::lower(base::trim(bytes.substr(0, 500)));
  if (start.starts_with("<"))
    throw no_workbook(name)
        .because(say("it is a web page or XML, perhaps an error message of a download"))
        .help(say("open it to see what it says, and download the file again"));
  const std::string_view sample = bytes.substr(0, bytes.substr(0, 4096).rfind('\n') + 1);
  if (!sample.empty() && sample.find('\0') == std::string_view::npos && base::is_utf8(sample))
    throw no_workbook(name)
        .because(say("it is plain text"))
        .help(say("if it is delimited text, give it the ending .csv"));
  throw no_workbook(name).help(say("use the file as it was published"));
}

// "../media/x" seen from "xl/worksheets/" is "xl/media/x".
std::string resolved_target(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::vector<std::string> steps;
  const std::string path = std::string(folder) + std::string(target);
  for (const std::string_view step : base::split(path, '/')) {
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (step != ".." && step != "." && !step.empty()) steps.emplace_back(step);
  }
  return base::join(steps, "/");
}

std::string attribute(const XmlScan& scan, std::string_view wanted) {
  std::string out;
  append_resolved(out, scan.attribute(wanted).value_or(""));
  return out;
}

}  // namespace

Package::Package(std::string_view bytes, std::string name, std::size_t most_unpacked)
    : name_(std::move(name)) {
  if (bytes.starts_with(kOle)) refuse_ole(bytes, name_);
  refuse_text(bytes, name_);
  auto members = read_zip(bytes, name_, most_unpacked);
  for (auto& [part_name, content] : members) {
    const std::string lower = base::lower(part_name);
    if ((lower.ends_with(".xml") || lower.ends_with(".rels")) && !base::is_utf8(content))
      throw Failure(say("the workbook is damaged"))
          .at({name_, part_name})
          .because(say("the XML inside it is not UTF-8"))
          .help(say("open it in Excel or LibreOffice, save it again as .xlsx, and use that"));
    parts_.emplace(lower, std::move(content));
  }
  refuse_other_kinds();
}

void Package::refuse_other_kinds() const {
  if (parts_.contains("xl/workbook.bin"))
    throw no_workbook(name_)
        .because(say("it is a binary workbook (.xlsb)"))
        .help(say("open it in Excel or LibreOffice and save it as .xlsx"));
  if (parts_.contains("mimetype"))
    throw no_workbook(name_)
        .because(say("it is an OpenDocument file (such as .ods)"))
        .help(say("open it in Excel or LibreOffice and save it as .xlsx"));
  if (!parts_.contains("[content_types].xml"))
    throw no_workbook(name_).because(say("it is a zip archive of another kind"));
}

const std::string* Package::part(std::string_view part_name) const {
  const auto found = parts_.find(base::lower(part_name));
  return found == parts_.end() ? nullptr : &found->second;
}

std::map<std::string, Relation> Package::relations(std::string_view part_name) const {
  const std::size_t slash = part_name.rfind('/');
  const std::size_t file = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string_view folder = part_name.substr(0, file);
  const std::string* xml = part(fmt::format("{}_rels/{}.rels", folder, part_name.substr(file)));
  std::map<std::string, Relation> all;
  if (xml == nullptr) return all;
  XmlScan scan(*xml);
  for (auto kind = scan.next(); kind != XmlScan::Kind::end; kind = scan.next()) {
    if (kind == XmlScan::Kind::broken) throw broken_xml({name_}, scan.offset());
    if (kind != XmlScan::Kind::open || scan.name() != "Relationship") continue;
    const std::string type = attribute(scan, "Type");
    all[attribute(scan, "Id")] = {type.substr(type.rfind('/') + 1),
                                  resolved_target(folder, attribute(scan, "Target"))};
  }
  return all;
}

}  // namespace wijkbeeld::codec::detail
