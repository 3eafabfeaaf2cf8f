import Synchronization
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes to standard output and standard error, and records failures.
enum StandardOutput {
  private static let failed = Mutex<Int32?>(nil)

  /// Why a part of the answer could not be written (`errno`); nil if all of it was written, or its
  /// reader has left.
  static var failure: Int32? { failed.withLock { $0 } }

  /// Reserves the numbers of the three standard files if the caller has closed one: otherwise the
  /// next file to be opened would get the number, and the answer would be written into it.
  static func hold() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      // Like a closed file, it can be neither written nor read.
      let held = open("/", O_RDONLY)
      if held > STDERR_FILENO { close(held) }
    }
  }

  /// Writes everything. If the reader has left, it stops quietly.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, base + done, buffer.count - done)
        #else
          let count = Darwin.write(descriptor, base + done, buffer.count - done)
        #endif
        if count >= 0 {
          done += count
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          // The descriptor was set to non-blocking, and the pipe is full.
          var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&waited, 1, -1)
          continue
        case let number:
          if descriptor == STDOUT_FILENO, !hasLeft(number, descriptor) { note(number) }
          return
        }
      }
    }
  }

  /// Records that a part of the answer was not written.
  static func note(_ number: Int32) { failed.withLock { $0 = $0 ?? number } }

  /// Whether the error means that the reader is gone: the other end of a pipe, or a terminal.
  private static func hasLeft(_ number: Int32, _ descriptor: Int32) -> Bool {
    if number == EPIPE { return true }
    var info = stat()
    return number == EIO && fstat(descriptor, &info) == 0 && info.st_mode & S_IFMT == S_IFCHR
  }
}
