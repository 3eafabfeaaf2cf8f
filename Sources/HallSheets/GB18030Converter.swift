import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Converts GB18030 to UTF-8, with what the system provides.
package enum GB18030Converter {
  /// `iconv(3)`. A statically linked program finds its tables only if the C library's own files are
  /// installed.
  case library
  /// The program `iconv`.
  case program

  package enum Outcome: Equatable {
    case text([UInt8])
    /// Bytes that are not GB18030, from an offset on.
    case stopped(Int)
    case notHere
  }

  package func convert(_ bytes: [UInt8]) -> Outcome {
    switch self {
    case .library: GB18030Converter.byLibrary(bytes)
    case .program: GB18030Converter.byProgram(bytes)
    }
  }

  private static func byLibrary(_ bytes: [UInt8]) -> Outcome {
    let converter = iconv_open("UTF-8", "GB18030")
    // `(iconv_t)-1` means failure.
    guard Int(bitPattern: converter) != -1, let converter else { return .notHere }
    defer { iconv_close(converter) }
    var input = bytes.map(CChar.init(bitPattern:))
    // No character of GB18030 grows by more than half: two bytes become three.
    var output = [CChar](repeating: 0, count: bytes.count / 2 * 3 + 16)
    let (inputCount, outputCount) = (input.count, output.count)
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (left, room) = (inputCount, outputCount)
        let result = iconv(converter, &from, &left, &to, &room)
        guard result != -1, left == 0 else {
          return .stopped(inputCount - left)
        }
        return .text(target.prefix(outputCount - room).map(UInt8.init(bitPattern:)))
      }
    }
  }

  /// Runs `iconv -f GB18030 -t UTF-8`: a fixed command line, without a shell. Input and output are
  /// unnamed files, so that neither side waits for the other.
  private static func byProgram(_ bytes: [UInt8]) -> Outcome {
    #if canImport(Glibc)
      guard let input = tmpfile(), let output = tmpfile(), let errors = tmpfile() else {
        return .notHere
      }
      defer {
        for file in [input, output, errors] { fclose(file) }
      }
      guard fwrite(bytes, 1, bytes.count, input) == bytes.count, fflush(input) == 0 else {
        return .notHere
      }
      rewind(input)
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      for (descriptor, file) in [input, output, errors].enumerated() {
        posix_spawn_file_actions_adddup2(&actions, fileno(file), Int32(descriptor))
      }
      let call: [String] = ["iconv", "-f", "GB18030", "-t", "UTF-8"]
      var words: [UnsafeMutablePointer<CChar>?] = call.map { strdup($0) }
      words.append(nil)
      defer { for word in words { free(word) } }
      var child = pid_t()
      guard posix_spawnp(&child, "iconv", &actions, nil, words, environ) == 0 else {
        return .notHere
      }
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0 { if errno != EINTR { return .notHere } }
      let text = whole(output)
      if status == 0 { return .text(text) }
      // It has written the text before the place; nothing, if it does not know GB18030.
      guard !text.isEmpty else { return .notHere }
      var lines = text.count { $0 == UInt8(ascii: "\n") }
      return .stopped(
        bytes.firstIndex { byte in
          if byte == UInt8(ascii: "\n") { lines -= 1 }
          return lines < 0
        } ?? bytes.count)
    #else
      return .notHere
    #endif
  }

  private static func whole(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
