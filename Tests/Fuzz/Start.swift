import FoundationEssentials
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Feeds mutated texts to every reader of the program, in the folder of the project. It says nothing while
/// all is well; `scripts/fuzz` watches it, as it can neither report its own end nor that it hangs.
///
///     Fuzz SEED FIRST COUNT PROGRESS     inputs from a number on, with what is tried now in a file
///     Fuzz SEED NUMBER --keep FOLDER     writes one input, which depends on these two alone
///     Fuzz --found FOLDER                tries an input that was kept
@main
struct Start {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.count == 2, words[0] == "--found" {
      guard let input = Input(keptIn: words[1]) else { stop("there is no input in \(words[1])") }
      tryAll(input, as: words[1]) { _ in }
      return
    }
    guard words.count == 4, let seed = UInt64(words[0]), let first = Int(words[1]) else {
      stop("SEED FIRST COUNT PROGRESS")
    }
    let corpus = Corpus(below: FileManager.default.currentDirectoryPath)
    guard !corpus.texts.isEmpty else { stop("there are no samples here") }
    if words[2] == "--keep" {
      Input(first, seed: seed, corpus).keep(in: words[3])
      return
    }
    guard let count = Int(words[2]) else { stop("COUNT is a number") }
    let progress = open(words[3], O_WRONLY | O_CREAT, 0o644)
    for number in first..<(first + count) {
      tryAll(Input(number, seed: seed, corpus), as: String(number)) { reader in
        note(number, reader, progress)
      }
    }
    note(first + count, "end", progress)
  }

  private static func tryAll(_ input: Input, as name: String, _ note: (_ reader: String) -> Void) {
    for reader in Reader.all {
      note(reader.name)
      guard let fault = reader.fault(input) else { continue }
      print("\(name)\t\(reader.name)\t\(fault)")
      exit(1)
    }
  }

  private static func stop(_ why: String) -> Never {
    print("Fuzz: \(why)")
    exit(2)
  }

  /// What is tried now, for whoever finds the process dead or too long at it.
  private static func note(_ number: Int, _ reader: String, _ progress: Int32) {
    guard progress >= 0 else { return }
    var line = Array("\(number) \(reader)".utf8)
    line += [UInt8](repeating: 0x20, count: max(0, 39 - line.count)) + [0x0A]
    _ = line.withUnsafeBytes { pwrite(progress, $0.baseAddress, $0.count, 0) }
  }
}
