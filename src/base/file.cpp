// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/failure.hpp"

namespace wijkbeeld::base {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPartial = ".partial-";

// What people meet, in words; the rest as the system says it.
Message reason(int error) {
  switch (error) {
    case ENOENT:
      return say("there is no such file or folder");
    case EACCES:
      return say("it may not be read or written by this user");
    case EROFS:
      return say("it stands on a disk that cannot be written");
    case ENOSPC:
    case EDQUOT:
      return say("the disk is full");
    case EISDIR:
      return say("it is a folder");
    case ENOTDIR:
      return say("it is a file, or lies below one");
    case EIO:
      return say("the disk failed");
    case ELOOP:
      return say("its links go round in a circle");
    default:
      return say("the system says, in English: {}", std::generic_category().message(error));
  }
}

Failure cannot_read(const fs::path& path, int error) {
  Failure failure(say("cannot read '{}'", path.string()));
  failure.because(reason(error));
  if (error == ENOENT)
    failure.help(say("check the name; relative paths start at the current folder"));
  if (error == EACCES)
    failure.help(say("ask for read permission on it, or copy it to a place of yours"));
  return failure;
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

// A name beside the final one that no other process uses and that files_below skips.
fs::path partial_name(const fs::path& final_path) {
  const fs::path absolute = fs::absolute(final_path).lexically_normal();
  const fs::path plain = absolute.has_filename() ? absolute : absolute.parent_path();
  return plain.parent_path() /
         fmt::format(".{}{}{}", plain.filename().string(), kPartial, ::getpid());
}

// Data and directory entry reach the disk before the old file is let go.
void sync(const fs::path& path, int flags) {
  const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (file.number() < 0 || ::fsync(file.number()) != 0) {
    if (errno != EINVAL) throw cannot_write(path, errno);
  }
}

void rename_over(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw cannot_write(to, errno);
  sync(to.parent_path(), O_RDONLY | O_DIRECTORY);
}

fs::path final_name(fs::path path) {
  path = fs::absolute(path).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

fs::path finished_name(const fs::path& path) {
  fs::path out;
  for (const fs::path& part : path) {
    const std::string name = part.string();
    const std::size_t at = name.rfind(kPartial);
    out /=
        name.starts_with('.') && at != std::string::npos && at > 1 ? name.substr(1, at - 1) : name;
  }
  return out;
}

Failure cannot_write(const fs::path& path, int error) {
  Failure failure(say("cannot write '{}'", finished_name(path).string()));
  failure.because(reason(error));
  if (error == ENOSPC || error == EDQUOT)
    failure.help(say("make room on the disk and run it again; nothing was changed"));
  if (error == EACCES || error == EROFS) failure.help(say("choose a folder you may write in"));
  if (error == ENOENT) failure.help(say("make the folder above it first"));
  return failure;
}

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw cannot_read(path, errno);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) throw cannot_read(path, errno);
  if (S_ISDIR(about.st_mode)) throw cannot_read(path, EISDIR);
  std::string bytes(static_cast<std::size_t>(std::max<off_t>(about.st_size, 0)), '\0');
  std::size_t filled = 0;
  for (;;) {  // a pipe has no size: keep reading until nothing comes
    if (filled == bytes.size()) bytes.resize(std::max<std::size_t>(65536, bytes.size() + 1));
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw cannot_read(path, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

std::vector<fs::path> files_below(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw cannot_read(path, ENOENT);
  if (error) throw cannot_read(path, error.value());
  if (!fs::is_directory(status)) return {path};
  std::vector<fs::path> files;
  fs::recursive_directory_iterator at(path, error);
  if (error) throw cannot_read(path, error.value());
  for (const fs::recursive_directory_iterator end; at != end; at.increment(error)) {
    if (error) throw cannot_read(path, error.value());
    const bool is_hidden = at->path().filename().string().starts_with(".");
    if (is_hidden && at->is_directory()) at.disable_recursion_pending();
    if (!is_hidden && at->is_regular_file()) files.push_back(at->path());
  }
  if (error) throw cannot_read(path, error.value());
  std::sort(files.begin(), files.end());
  return files;
}

void write_whole(const fs::path& path, std::string_view bytes) {
  WholeFile whole(path);
  {
    const Descriptor file(
        ::open(whole.path().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0) throw cannot_write(path, errno);
    while (!bytes.empty()) {
      const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) throw cannot_write(path, errno);
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
  }
  whole.commit();
}

WholeFile::WholeFile(fs::path final_path)
    : final_(final_name(std::move(final_path))), partial_(partial_name(final_)) {
  std::error_code error;
  if (fs::is_directory(final_, error)) throw cannot_write(final_, EISDIR);
  const Descriptor file(::open(partial_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
  if (file.number() < 0) throw cannot_write(final_, errno);
}

WholeFile::~WholeFile() {
  std::error_code ignored;
  if (!partial_.empty()) fs::remove(partial_, ignored);
}

void WholeFile::commit() {
  sync(partial_, O_RDONLY);
  rename_over(partial_, final_);
  partial_.clear();
}

WholeFolder::WholeFolder(fs::path final_path, bool may_replace)
    : final_(final_name(std::move(final_path))), partial_(partial_name(final_)) {
  std::error_code error;
  const bool exists = fs::exists(final_, error);
  if (exists && !fs::is_directory(final_, error)) throw cannot_write(final_, ENOTDIR);
  if (exists && !fs::is_empty(final_, error) && !may_replace)
    throw Failure(say("the output folder '{}' already holds files", final_.string()))
        .because(say("an earlier result is never overwritten unasked"))
        .help(say("choose another folder with --out, or add --replace to replace this one"));
  fs::create_directories(final_.parent_path(), error);
  fs::create_directory(partial_, error);
  if (error) throw cannot_write(final_, error.value());
}

WholeFolder::~WholeFolder() {
  std::error_code ignored;
  if (!partial_.empty()) fs::remove_all(partial_, ignored);
}

void WholeFolder::commit() {
  std::error_code error;
  const fs::path old = partial_.string() + "-old";
  // Linux can swap two folders in one step, so that a reader never sees none.
  if (fs::exists(final_, error)) {
    if (::renameat2(AT_FDCWD, partial_.c_str(), AT_FDCWD, final_.c_str(), RENAME_EXCHANGE) == 0) {
      fs::remove_all(partial_, error);
      partial_.clear();
      return;
    }
    fs::rename(final_, old, error);
    if (error) throw cannot_write(final_, error.value());
  }
  rename_over(partial_, final_);
  partial_.clear();
  fs::remove_all(old, error);
}

}  // namespace wijkbeeld::base
