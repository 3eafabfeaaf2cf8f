import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal in raw mode, which delivers every key at once and echoes nothing, until it is
/// restored.
struct RawTerminal {
  private let old: termios
  private let raw: termios

  /// Nil without a terminal.
  init?() {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    old = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(ICRNL | INLCR | IXON | ISTRIP)
    raw = settings
    enter()
  }

  private func enter() {
    var settings = raw
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    // Marks around pastes distinguish a pasted newline from Enter.
    RawTerminal.write("\u{1B}[?2004h")
  }

  func restore() {
    RawTerminal.write("\u{1B}[?2004l")
    var settings = old
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  /// Whether another program has changed the mode meanwhile, as a shell does when a stopped job
  /// continues; the raw mode is then set again.
  func wasReset() -> Bool {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0, settings.c_lflag & tcflag_t(ICANON) != 0 else {
      return false
    }
    enter()
    return true
  }

  static func write(_ text: String) { StandardOutput.write(Array(text.utf8), to: STDOUT_FILENO) }

  enum Input {
    case bytes([UInt8])
    /// Nothing came for a moment.
    case quiet
    /// The terminal is gone.
    case end
  }

  /// The next input, waiting for a limited time.
  static func read(milliseconds: Int32) -> Input {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let ready = poll(&descriptor, 1, milliseconds)
    if ready == 0 || (ready < 0 && errno == EINTR) { return .quiet }
    guard ready > 0 else { return .end }
    var buffer = [UInt8](repeating: 0, count: 4096)
    #if canImport(Glibc)
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    #else
      let count = Darwin.read(STDIN_FILENO, &buffer, buffer.count)
    #endif
    if count < 0, errno == EINTR || errno == EAGAIN { return .quiet }
    return count > 0 ? .bytes(Array(buffer.prefix(count))) : .end
  }
}

/// Ending signals, held back while a line is written or carried out: first the terminal is
/// restored, and a complete line is recorded.
enum HeldSignals {
  private static let numbers = [SIGTERM, SIGHUP, SIGQUIT, SIGINT]

  private static func change(_ how: Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    pthread_sigmask(how, &signals, nil)
  }

  static func hold() { change(SIG_BLOCK) }

  /// Releases the signals; if one has come meanwhile, it ends the program.
  static func release() { change(SIG_UNBLOCK) }

  /// Whether a signal has come.
  static var isEnding: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return numbers.contains { sigismember(&pending, $0) == 1 }
  }
}
