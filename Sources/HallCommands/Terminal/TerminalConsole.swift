import HallGit
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real standard input and output.
struct TerminalConsole: Console {
  private let input = LineInput()
  private let plain = PlainInput()
  /// Whether lines are read without drawing them while they are typed.
  private let isPlain: Bool

  init(isPlain: Bool = false) { self.isPlain = isPlain }

  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

  func show(_ text: String) { StandardOutput.write(Array(text.utf8), to: STDOUT_FILENO) }

  func line(_ prompt: Prompt) -> String? {
    guard canEdit, let terminal = input.terminal() else { return plainLine(prompt) }
    let line = input.line(prompt, in: terminal)
    if line == nil || !prompt.isHeldUntilNext { letGo() }
    return line
  }

  func letGo() { input.letGo() }

  /// Whether the terminal supports drawing a line while it is written.
  private var canEdit: Bool {
    guard !isPlain, isInteractive, isatty(STDOUT_FILENO) == 1, let name = getenv("TERM") else {
      return false
    }
    return name.pointee != 0 && strcmp(name, "dumb") != 0
  }

  func columns(of text: String) -> Int? {
    guard canEdit, let terminal = input.terminal() else { return nil }
    defer { input.letGo() }
    _ = terminal
    // The text at the beginning of a line, and the question where the cursor is now.
    RawTerminal.write("\r" + text + "\u{1B}[6n")
    var said: [UInt8] = []
    wait: for _ in 0..<10 {
      switch RawTerminal.read(milliseconds: 50) {
      case .bytes(let bytes): said += bytes
      case .quiet: continue
      case .end: break wait
      }
      if said.contains(UInt8(ascii: "R")) { break }
    }
    RawTerminal.write("\r\u{1B}[K")
    return CursorReply(said).map { $0.column - 1 }
  }

  private func plainLine(_ prompt: Prompt) -> String? {
    if isInteractive { show(prompt.current()) }
    return plain.line()
  }

  var hasLine: Bool { !isInteractive && plain.hasLine }

  func rest() -> [UInt8] { plain.rest() }

  func run(_ words: [String]) -> Int32? {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    guard let program = words.first.flatMap(ProgramFolders.path) else { return nil }
    // The modes are restored afterwards, whatever the program does to the terminal or however it
    // ends.
    var modes = termios()
    let hasModes = tcgetattr(STDIN_FILENO, &modes) == 0
    defer { if hasModes { tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) } }
    // Ctrl-C is for the other program, which gets the original signal handling.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    #if canImport(Glibc)
      var attributes = posix_spawnattr_t()
    #else
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child = pid_t()
    guard posix_spawn(&child, program, nil, &attributes, arguments, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    // The low seven bits are the signal that ended it; a shell reports a signal as a status above
    // 128.
    let end = status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    if end ?? .max > 128, hasModes, isatty(STDOUT_FILENO) == 1, getenv("TERM") != nil {
      // A killed editor leaves its alternate screen on, and the next output would be lost.
      show("\u{1B}[?1049l\u{1B}[?25h\u{1B}[0m\n")
    }
    return end
  }
}
