import HallGit
import HallSyntax
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Long answers on a terminal go through `$PAGER`, else `less`.
package enum Pager {
  /// Whether an answer has more lines than the terminal.
  static func isNeeded(for bytes: [UInt8]) -> Bool {
    guard let rows = TerminalSize.current?.rows else { return false }
    return bytes.count { $0 == UInt8(ascii: "\n") } >= rows
  }

  /// What `less` is told where the user's own `LESS` says nothing: to quit on short answers, to keep
  /// colours, to leave the screen as it is, and to say in its prompt how to go on.
  ///
  /// `less` 590 shows nothing but ASCII in a prompt: Chinese stands above the first page, and the
  /// prompt names the keys alone.
  package static func settings(_ language: Language) -> String {
    let prompt = language == .zh ? "-- b / q --" : "-- space = next page, b = back, q = quit --"
    return "-FRX -Ps\(prompt)$"
  }

  /// What stands above the first page.
  package static func lead(_ language: Language) -> String {
    language == .zh ? "（空格 下一页，b 上一页，q 离开）\n" : ""
  }

  /// Shows an answer page by page and waits until the reader is done; false where no pager could
  /// be started, so that the answer is written straight.
  static func show(_ bytes: [UInt8], _ language: Language, _ context: CommandContext) -> Bool {
    let command = context.environment["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return false }
    var bytes = bytes
    if context.environment["PAGER"] == nil {
      setenv("LESS", settings(language), 0)
      bytes = Array(lead(language).utf8) + bytes
    }
    setenv("LESSCHARSET", "utf-8", 0)
    // It keeps no file of what was searched for in the reader's folder.
    setenv("LESSHISTFILE", "-", 0)
    // A shell looks for it where other programs are looked for.
    _ = ProgramFolders.trusted
    // The user's own setting, a command line as `man` and `git` take it.
    guard let pipe = popen(command, "w") else { return false }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pipe) }
    let status = pclose(pipe)
    let end = status >> 8 & 0xFF
    // 126 and 127: the shell could not start it.
    guard status >= 0, end != 126, end != 127 else { return false }
    // One that took all of it and failed may have shown nothing; one that was left early took less.
    if end != 0, written == bytes.count { StandardOutput.note(0) }
    return true
  }
}
