#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real standard input and output.
struct TerminalConsole: Console {
  private let input = LineInput()

  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

  func show(_ text: String) { Program.write(Array(text.utf8), to: STDOUT_FILENO) }

  func line(_ prompt: Prompt) -> String? {
    guard canEdit, let terminal = input.terminal() else { return plainLine(prompt) }
    let line = input.line(prompt, in: terminal)
    if line == nil || !prompt.isHeldUntilNext { letGo() }
    return line
  }

  func letGo() { input.letGo() }

  /// Whether a line can be drawn while it is written.
  private var canEdit: Bool {
    guard isInteractive, isatty(STDOUT_FILENO) == 1, let name = getenv("TERM") else { return false }
    return name.pointee != 0 && strcmp(name, "dumb") != 0
  }

  private func plainLine(_ prompt: Prompt) -> String? {
    if isInteractive { show(prompt.current()) }
    guard let line = readLine(strippingNewline: true) else { return nil }
    return line.hasSuffix("\r") ? String(line.dropLast()) : line
  }

  func rest() -> [UInt8] {
    var bytes: [UInt8] = []
    var character = getchar()
    while character != EOF {
      bytes.append(UInt8(truncatingIfNeeded: character))
      character = getchar()
    }
    return bytes
  }

  func run(_ words: [String]) -> Int32? {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    guard let program = arguments.first ?? nil else { return nil }
    var child = pid_t()
    guard posix_spawnp(&child, program, nil, nil, arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    // The low seven bits name the signal that ended it.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
