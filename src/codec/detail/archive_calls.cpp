// SPDX-License-Identifier: EUPL-1.2
// Every function of libarchive that is called, handed on to the library when somebody calls it: it
// brings seven others along, among them all characters of the world.
#include <archive.h>
#include <archive_entry.h>

#include "base/late_library.hpp"

static wijkbeeld::base::LateLibrary libarchive(WIJKBEELD_ARCHIVE_LIBRARY, "libarchive",
                                               "libarchive13");

#define ARCHIVE_CALL(result, name, parameters, arguments) \
  WIJKBEELD_LATE_CALL(libarchive, result, name, parameters, arguments)

// clang-format off
extern "C" {
ARCHIVE_CALL(const char*, archive_error_string, (archive* one), (one))

ARCHIVE_CALL(archive*, archive_read_new, (), ())
ARCHIVE_CALL(int, archive_read_free, (archive* reader), (reader))
ARCHIVE_CALL(int, archive_read_support_format_zip_seekable, (archive* reader), (reader))
ARCHIVE_CALL(int, archive_read_open_memory, (archive* reader, const void* bytes, std::size_t size), (reader, bytes, size))
ARCHIVE_CALL(int, archive_read_next_header, (archive* reader, archive_entry** entry), (reader, entry))
ARCHIVE_CALL(la_ssize_t, archive_read_data, (archive* reader, void* into, std::size_t size), (reader, into, size))

ARCHIVE_CALL(archive*, archive_write_new, (), ())
ARCHIVE_CALL(int, archive_write_free, (archive* writer), (writer))
ARCHIVE_CALL(int, archive_write_set_format_zip, (archive* writer), (writer))
ARCHIVE_CALL(int, archive_write_set_options, (archive* writer, const char* options), (writer, options))
ARCHIVE_CALL(int, archive_write_set_bytes_in_last_block, (archive* writer, int bytes), (writer, bytes))
ARCHIVE_CALL(int, archive_write_open,
             (archive* writer, void* data, archive_open_callback* open, archive_write_callback* write, archive_close_callback* close),
             (writer, data, open, write, close))
ARCHIVE_CALL(int, archive_write_header, (archive* writer, archive_entry* entry), (writer, entry))
ARCHIVE_CALL(la_ssize_t, archive_write_data, (archive* writer, const void* bytes, std::size_t size), (writer, bytes, size))
ARCHIVE_CALL(int, archive_write_close, (archive* writer), (writer))

ARCHIVE_CALL(archive_entry*, archive_entry_new, (), ())
ARCHIVE_CALL(void, archive_entry_free, (archive_entry* entry), (entry))
ARCHIVE_CALL(__LA_MODE_T, archive_entry_filetype, (archive_entry* entry), (entry))
ARCHIVE_CALL(int, archive_entry_is_encrypted, (archive_entry* entry), (entry))
ARCHIVE_CALL(const char*, archive_entry_pathname, (archive_entry* entry), (entry))
ARCHIVE_CALL(void, archive_entry_set_filetype, (archive_entry* entry, unsigned type), (entry, type))
ARCHIVE_CALL(void, archive_entry_set_mtime, (archive_entry* entry, time_t seconds, long nanoseconds), (entry, seconds, nanoseconds))
ARCHIVE_CALL(void, archive_entry_set_pathname_utf8, (archive_entry* entry, const char* path), (entry, path))
ARCHIVE_CALL(void, archive_entry_set_perm, (archive_entry* entry, __LA_MODE_T mode), (entry, mode))
ARCHIVE_CALL(void, archive_entry_set_size, (archive_entry* entry, la_int64_t size), (entry, size))
}
// clang-format on
#undef ARCHIVE_CALL
