import FoundationEssentials
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Feeds mutated texts to every reader of the program: `fuzz SEED FIRST COUNT PROGRESS`, in the folder of
/// the project. It says nothing while all is well. `scripts/fuzz` watches it, as it can neither report
/// its own end nor that it hangs.
///
/// An input depends on the seed and its number alone: `fuzz SEED NUMBER 1 - --print` writes it out.
@main
struct Start {
  static func main() {
    let words = CommandLine.arguments.dropFirst().map(\.self)
    guard words.count >= 4, let seed = UInt64(words[0]), let first = Int(words[1]),
      let count = Int(words[2])
    else {
      print("fuzz SEED FIRST COUNT PROGRESS [--print]")
      exit(2)
    }
    let corpus = Corpus(below: FileManager.default.currentDirectoryPath)
    guard !corpus.texts.isEmpty else {
      print("fuzz: there are no samples here")
      exit(2)
    }
    for (place, bytes) in Corpus.found(below: FileManager.default.currentDirectoryPath).enumerated()
    {
      let input = Input(found: bytes)
      for reader in Reader.all {
        if let fault = reader.fault(input) {
          print("\(place)\t\(reader.name)\ta case found before: \(fault)")
          exit(1)
        }
      }
    }
    let progress = open(words[3], O_WRONLY | O_CREAT, 0o644)
    for number in first..<(first + count) {
      let input = Input(number, seed: seed, corpus)
      if words.contains("--print") {
        Start.write(input.bytes)
        return
      }
      for reader in Reader.all where reader.takes(input) {
        note(number, reader.name, progress)
        if let fault = reader.fault(input) {
          print("\(number)\t\(reader.name)\t\(fault)")
          exit(1)
        }
      }
    }
    note(first + count, "end", progress)
  }

  /// What is tried now, for whoever finds the process dead or too long at it.
  private static func note(_ number: Int, _ reader: String, _ progress: Int32) {
    guard progress >= 0 else { return }
    var line = Array("\(number) \(reader)".utf8)
    line += [UInt8](repeating: 0x20, count: max(0, 39 - line.count)) + [0x0A]
    _ = line.withUnsafeBytes { pwrite(progress, $0.baseAddress, $0.count, 0) }
  }

  private static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(1, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
