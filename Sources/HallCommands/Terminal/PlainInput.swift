import Synchronization
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Plain standard input: from a pipe, a file, or a terminal that edits its lines itself.
final class PlainInput: Sendable {
  fileprivate struct State {
    /// Bytes that were read and not yet returned.
    var bytes: [UInt8] = []
    var start = 0
    /// The number of bytes searched without finding a newline.
    var searched = 0
    var hasEnded = false
  }

  private let state = Mutex(State())

  /// The next line without its end; nil at the end of the input.
  func line() -> String? {
    state.withLock { state in
      while true {
        if let line = state.takeLine() { return line }
        guard !state.hasEnded else { return state.takeRest() }
        state.read()
      }
    }
  }

  /// Whether a complete line, or the last one, can be read without waiting.
  var hasLine: Bool {
    state.withLock { state in
      while true {
        if state.newline != nil { return true }
        if state.hasEnded { return state.start < state.bytes.count }
        guard PlainInput.isReady else { return false }
        state.read()
      }
    }
  }

  /// The rest of the input.
  func rest() -> [UInt8] {
    state.withLock { state in
      while !state.hasEnded { state.read() }
      defer { (state.bytes, state.start, state.searched) = ([], 0, 0) }
      return Array(state.bytes[state.start...])
    }
  }

  private static var isReady: Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }
}

extension PlainInput.State {
  /// The end of the next line.
  fileprivate var newline: Int? {
    mutating get {
      let found = bytes[searched...].firstIndex(of: UInt8(ascii: "\n"))
      searched = found ?? bytes.count
      return found
    }
  }

  fileprivate mutating func takeLine() -> String? {
    guard let end = newline else { return nil }
    defer { (start, searched) = (end + 1, end + 1) }
    return PlainInput.text(bytes[start..<end])
  }

  /// The last line, which has no line end.
  fileprivate mutating func takeRest() -> String? {
    guard start < bytes.count else { return nil }
    defer { (start, searched) = (bytes.count, bytes.count) }
    return PlainInput.text(bytes[start...])
  }

  fileprivate mutating func read() {
    if start > 1 << 20 {
      bytes.removeFirst(start)
      (start, searched) = (0, searched - start)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    #if canImport(Glibc)
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    #else
      let count = Darwin.read(STDIN_FILENO, &buffer, buffer.count)
    #endif
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasEnded = true
    } else if errno == EAGAIN {
      // Standard input was set to non-blocking.
      var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      _ = poll(&descriptor, 1, -1)
    }
  }
}

extension PlainInput {
  fileprivate static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
}
