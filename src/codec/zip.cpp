// SPDX-License-Identifier: EUPL-1.2
#include "codec/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <clocale>

#include <array>
#include <memory>
#include <utility>

#include "base/ensure.hpp"
#include "base/failure.hpp"

namespace wijkbeeld::codec {

using base::Failure;
using base::say;

namespace {

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

// "End of central directory", which closes every zip archive (APPNOTE 4.3.16).
constexpr std::string_view kEnd = "PK\x05\x06";
constexpr std::size_t kShortestEnd = 22;
constexpr std::size_t kLongestEnd = kShortestEnd + 65535;

// libarchive turns names into the character set of the thread's locale, and drops those that do
// not fit. While this lives, that set is UTF-8 for this thread.
class Utf8Names {
 public:
  Utf8Names()
      : names_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(::uselocale(names_)) {}
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names() {
    ::uselocale(before_);
    if (names_ != nullptr) ::freelocale(names_);
  }

 private:
  locale_t names_;
  locale_t before_;
};

Failure cannot_unpack(const std::string& name) {
  return Failure(say("cannot unpack '{}'", name)).at({name});
}

Failure damaged(const std::string& name, archive* reader) {
  const char* why = reader != nullptr ? archive_error_string(reader) : nullptr;
  return cannot_unpack(name)
      .because(why != nullptr ? say("the archive is damaged: {}", why)
                              : say("the archive is damaged"))
      .help(say("download or copy it again"));
}

void refuse_other_files(std::string_view bytes, const std::string& name) {
  if (bytes.empty()) throw cannot_unpack(name).because(say("the file is empty"));
  if (!bytes.starts_with("PK")) throw cannot_unpack(name).because(say("it is no zip archive"));
  const std::size_t tail = bytes.size() - std::min(bytes.size(), kLongestEnd);
  if (bytes.find(kEnd, tail) == std::string_view::npos)
    throw cannot_unpack(name)
        .because(say("the archive has no end: the file was cut short"))
        .help(say("download or copy it again"));
}

Reader open(std::string_view bytes, const std::string& name) {
  Reader reader(archive_read_new(), archive_read_free);
  // Only by its central directory: the other way would not notice that the end is missing.
  archive_read_support_format_zip_seekable(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    throw damaged(name, reader.get());
  return reader;
}

std::string unpack(archive* reader, std::size_t left, const std::string& name) {
  std::string out;
  std::array<char, 65536> block{};
  for (;;) {
    const la_ssize_t got = archive_read_data(reader, block.data(), block.size());
    if (got < 0) throw damaged(name, reader);
    if (got == 0) return out;
    if (static_cast<std::size_t>(got) > left)
      throw cannot_unpack(name)
          .because(say("it would unpack to more than this program accepts"))
          .help(say("if it comes from a source you trust, unpack it and make it smaller"));
    left -= static_cast<std::size_t>(got);
    out.append(block.data(), static_cast<std::size_t>(got));
  }
}

void check(int result, archive* writer) {
  base::ensure(result == ARCHIVE_OK, archive_error_string(writer) != nullptr
                                         ? archive_error_string(writer)
                                         : "packing in memory failed");
}

la_ssize_t append(archive* /*writer*/, void* out, const void* block, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(block), size);
  return static_cast<la_ssize_t>(size);
}

void add_member(archive* writer, const std::string& name, const std::string& bytes) {
  constexpr int kReadableByAll = 0644;
  const Entry entry(archive_entry_new(), archive_entry_free);
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), kReadableByAll);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  // Before 1980 in every time zone, so the archive holds the earliest time it can hold.
  archive_entry_set_mtime(entry.get(), 0, 0);
  check(archive_write_header(writer, entry.get()), writer);
  base::ensure(archive_write_data(writer, bytes.data(), bytes.size()) ==
                   static_cast<la_ssize_t>(bytes.size()),
               "packing in memory failed");
}

}  // namespace

std::map<std::string, std::string> read_zip(std::string_view bytes, const std::string& name,
                                            std::size_t limit) {
  refuse_other_files(bytes, name);
  if (bytes.starts_with(kEnd) && bytes.size() == kShortestEnd) return {};  // not to libarchive
  const Utf8Names utf8_names;
  const Reader reader = open(bytes, name);
  std::map<std::string, std::string> members;
  std::size_t left = limit;
  for (;;) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader.get(), &entry);
    if (result == ARCHIVE_EOF) break;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) throw damaged(name, reader.get());
    if (archive_entry_is_encrypted(entry) != 0)
      throw cannot_unpack(name)
          .because(say("it is protected with a password"))
          .help(say("save a copy without a password"));
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    const char* path = archive_entry_pathname(entry);
    if (path == nullptr || archive_entry_filetype(entry) != AE_IFREG) throw damaged(name, nullptr);
    const std::string member = path;
    std::string content = unpack(reader.get(), left, name);
    left -= content.size();
    if (!members.emplace(member, std::move(content)).second)
      throw cannot_unpack(name).because(say("it holds '{}' twice", member));
  }
  return members;
}

std::string to_zip(const std::map<std::string, std::string>& members) {
  std::string out;
  const Utf8Names utf8_names;
  const Writer writer(archive_write_new(), archive_write_free);
  check(archive_write_set_format_zip(writer.get()), writer.get());
  check(archive_write_set_options(writer.get(), "hdrcharset=UTF-8"), writer.get());
  check(archive_write_set_bytes_in_last_block(writer.get(), 1), writer.get());
  check(archive_write_open(writer.get(), &out, nullptr, append, nullptr), writer.get());
  for (const auto& [name, bytes] : members)
    add_member(writer.get(), name, bytes);
  check(archive_write_close(writer.get()), writer.get());
  return out;
}

}  // namespace wijkbeeld::codec
