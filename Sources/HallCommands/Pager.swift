import HallGit
import HallSyntax
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shows long answers on a terminal through `$PAGER`, else `less`.
package enum Pager {
  /// Whether an answer has more lines than the terminal.
  static func isNeeded(for bytes: [UInt8]) -> Bool {
    guard let rows = TerminalSize.current?.rows else { return false }
    return bytes.count { $0 == UInt8(ascii: "\n") } >= rows
  }

  /// The options for `less` if the user has not set `LESS`: quit on short answers and when the
  /// end is passed, keep colours, leave the screen as it is, and explain the keys in the prompt.
  ///
  /// `less` 590 shows only ASCII in a prompt: Chinese text goes above the first page, and the
  /// prompt names only the keys.
  package static func settings(_ language: Language) -> String {
    let prompt = language.say("-- b / q --", "-- space = next page, b = back, q = quit --")
    return "-FRXe -Ps\(prompt)$"
  }

  /// The text above the first page.
  package static func lead(_ language: Language) -> String {
    language.say("（空格 下一页，b 上一页，q 离开；到了末页再按空格也离开）\n", "")
  }

  /// Shows an answer page by page and waits until the reader is done; false if no pager could be
  /// started, so that the caller writes the answer directly.
  static func show(_ bytes: [UInt8], _ language: Language, _ context: CommandContext) -> Bool {
    let command = context.environment["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat", context.environment["TERM"] != "dumb" else {
      return false
    }
    var bytes = bytes
    if context.environment["PAGER"] == nil {
      setenv("LESS", settings(language), 0)
      bytes = Array(lead(language).utf8) + bytes
    }
    setenv("LESSCHARSET", "utf-8", 0)
    // `less` must not write a search history into the reader's folder.
    setenv("LESSHISTFILE", "-", 0)
    // Restricts `PATH` before the shell searches in it.
    _ = ProgramFolders.trusted
    // The user's own setting, a command line as `man` and `git` take it.
    guard let pipe = popen(command, "w") else { return false }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pipe) }
    let status = pclose(pipe)
    let end = status >> 8 & 0xFF
    // 126 and 127: the shell could not start it.
    guard status >= 0, end != 126, end != 127 else { return false }
    // A pager that read everything and failed may have shown nothing; one that the reader quit
    // early has not read everything.
    if end != 0, written == bytes.count { StandardOutput.note(0) }
    return true
  }
}
