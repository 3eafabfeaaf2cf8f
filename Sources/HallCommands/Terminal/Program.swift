#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program at the edge: the real clock, environment and terminal around the table of commands.
package enum Program {
  /// Runs a call and returns the exit status.
  package static func run(_ words: [String]) -> Int32 {
    // A reader that goes away (`hall list | head`) ends the writing, and not with a signal.
    signal(SIGPIPE, SIG_IGN)
    let context = CommandContext.ofThisProcess()
    let answer = CommandTable.answer(words, in: context)
    write(Array(answer.errors.utf8), to: STDERR_FILENO)
    var bytes = Array(answer.output.utf8)
    if let raw = answer.bytes {
      bytes =
        context.isTerminal
        ? Array(VisibleText.lines(String(decoding: raw, as: UTF8.self)).utf8) : raw
    }
    if context.isTerminal, Pager.isNeeded(for: bytes), Pager.show(bytes, context) {
      return answer.status
    }
    write(bytes, to: STDOUT_FILENO)
    return answer.status
  }

  /// Writes everything; stops quietly where nobody reads any more.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, base + done, buffer.count - done)
        #else
          let count = Darwin.write(descriptor, base + done, buffer.count - done)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        done += count
      }
    }
  }
}

extension CommandContext {
  fileprivate static func ofThisProcess() -> CommandContext {
    var environment: [String: String] = [:]
    for name in [
      "NO_COLOR", "TERM", "LC_ALL", "LC_MESSAGES", "LANG", "PAGER", "COLUMNS", "HALL_AUTHOR",
      "VISUAL", "EDITOR", "TMPDIR",
    ] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    let folder = getcwd(nil, 0)
    defer { free(folder) }
    var context = CommandContext(
      environment: environment, workingDirectory: folder.map { String(cString: $0) } ?? ".",
      now: seconds, machineOffset: local.tm_gmtoff, isTerminal: isatty(STDOUT_FILENO) == 1,
      columns: environment["COLUMNS"].flatMap(Int.init) ?? TerminalSize.current?.columns ?? 80,
      console: TerminalConsole(), gitUserName: GitSettings.userName,
      say: { Program.write(Array($0.utf8), to: STDERR_FILENO) })
    context.clock = { time(nil) }
    context.programs = SystemPrograms()
    context.programPath = { ProgramPath.ofThisProcess }
    context.gitKnows = GitFiles.knows
    return context
  }
}

/// How large the terminal is.
enum TerminalSize {
  static var current: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }
}
