// SPDX-License-Identifier: EUPL-1.2
#include "cli/completion_script.hpp"

#include "base/text.hpp"
#include "cli/catalogue.hpp"

namespace wijkbeeld::cli {

using base::Language;
using base::Message;

namespace {

std::vector<Option> options_of(const CommandEntry& entry) {
  std::vector<Option> options = entry.make()->grammar().options;
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

std::string names_of(const std::vector<CommandEntry>& entries) {
  std::vector<std::string> names;
  for (const CommandEntry& entry : entries)
    names.push_back(entry.name);
  return base::join(names, " ");
}

std::string flags_of(const std::vector<Option>& options) {
  std::vector<std::string> flags;
  for (const Option& option : options)
    flags.push_back("--" + option.name);
  return base::join(flags, " ");
}

// Words a command itself allows as its first operand, such as the name of a command or a shell.
std::string first_words(const CommandEntry& entry, const std::vector<CommandEntry>& entries) {
  if (entry.name == "help") return names_of(entries);
  if (entry.name == "completion") return "bash zsh fish";
  return {};
}

// Between single quotes, for bash, zsh and fish alike: the quote itself as '\''.
std::string shell_text(const std::string& text) {
  std::string safe = "'";
  for (const char c : text)
    safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe + "'";
}

std::string meaning_of(const Message& message, Language language) {
  std::string text = render(message, catalogue(), language);
  for (char& c : text)
    if (c == '[' || c == ']' || c == ':') c = ' ';  // zsh reads these as its own
  return text;
}

}  // namespace

std::string bash_completion(const std::vector<CommandEntry>& entries) {
  std::string options;
  std::string words;
  std::string values;
  for (const CommandEntry& entry : entries) {
    options +=
        "    " + entry.name + ") options=" + shell_text(flags_of(options_of(entry))) + " ;;\n";
    const std::string first = first_words(entry, entries);
    if (!first.empty()) words += "    " + entry.name + ") words=" + shell_text(first) + " ;;\n";
    for (const Option& option : options_of(entry)) {
      const std::string choices = base::join(option.choices, " ");
      const std::string line = "    " + entry.name + "/--" + option.name + ")";
      if (!choices.empty())
        values += line + " COMPREPLY=($(compgen -W " + shell_text(choices) +
                  " -- \"$current\")); return ;;\n";
      else if (option.value)
        values += line + " compopt -o default; return ;;\n";
    }
  }
  return "# bash completion for wijkbeeld; made by 'wijkbeeld completion bash'\n"
         "_wijkbeeld() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  local command=\"${COMP_WORDS[1]}\" options='' words=''\n"
         "  if ((COMP_CWORD == 1)); then\n"
         "    COMPREPLY=($(compgen -W " +
         shell_text(names_of(entries)) +
         " -- \"$current\"))\n"
         "    return\n"
         "  fi\n"
         "  case \"$command/$before\" in\n" +
         values +
         "  esac\n"
         "  case \"$command\" in\n" +
         options +
         "  esac\n"
         "  case \"$command\" in\n" +
         words +
         "  esac\n"
         "  if [[ $current == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
         "  elif [[ -n $words ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  else\n"
         "    compopt -o default\n"
         "  fi\n"
         "}\n"
         "complete -F _wijkbeeld wijkbeeld\n";
}

std::string zsh_completion(const std::vector<CommandEntry>& entries, Language language) {
  std::string names;
  std::string cases;
  for (const CommandEntry& entry : entries) {
    names += "    " + shell_text(entry.name + ":" + meaning_of(entry.summary, language)) + "\n";
    cases += "    " + entry.name + ")\n      _arguments \\\n";
    for (const Option& option : options_of(entry)) {
      std::string spec = "--" + option.name + "[" + meaning_of(option.meaning, language) + "]";
      if (!option.choices.empty())
        spec += ":" + option.name + ":(" + base::join(option.choices, " ") + ")";
      else if (option.value)
        spec += ":" + option.name + ":_files";
      cases += "        " + shell_text(spec) + " \\\n";
    }
    const std::string first = first_words(entry, entries);
    const std::string action = first.empty() ? std::string("_files") : "(" + first + ")";
    cases += "        " + shell_text("*: :" + action) + " ;;\n";
  }
  return "#compdef wijkbeeld\n# made by 'wijkbeeld completion zsh'\n"
         "_wijkbeeld() {\n"
         "  local -a commands\n"
         "  commands=(\n" +
         names +
         "  )\n"
         "  if ((CURRENT == 2)); then\n"
         "    _describe command commands\n"
         "    return\n"
         "  fi\n"
         "  local command=\"${words[2]}\"\n"
         "  shift words\n"
         "  ((CURRENT--))\n"
         "  case \"$command\" in\n" +
         cases +
         "  esac\n"
         "}\n"
         "_wijkbeeld \"$@\"\n";
}

std::string fish_completion(const std::vector<CommandEntry>& entries, Language language) {
  std::string script = "# made by 'wijkbeeld completion fish'\n";
  for (const CommandEntry& entry : entries)
    script += "complete -c wijkbeeld -n __fish_use_subcommand -f -a " + shell_text(entry.name) +
              " -d " + shell_text(meaning_of(entry.summary, language)) + "\n";
  for (const CommandEntry& entry : entries) {
    const std::string here =
        "complete -c wijkbeeld -n '__fish_seen_subcommand_from " + entry.name + "'";
    const std::string first = first_words(entry, entries);
    if (!first.empty()) script += here + " -f -a " + shell_text(first) + "\n";
    for (const Option& option : options_of(entry)) {
      script += here + " -l " + option.name;
      if (option.letter != 0) script += std::string(" -s ") + option.letter;
      if (!option.choices.empty())
        script += " -x -a " + shell_text(base::join(option.choices, " "));
      else if (option.value)
        script += " -r";
      script += " -d " + shell_text(meaning_of(option.meaning, language)) + "\n";
    }
  }
  return script;
}

}  // namespace wijkbeeld::cli
