import Dispatch
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Feeds mutated texts to the readers of the program, in the folder of the project. It says nothing while
/// all is well; `scripts/fuzz` watches it, as it can neither report its own end nor that it hangs.
///
///     Fuzz readers                       the readers, each with its inputs in a round
///     Fuzz run SEED FROM STEP ROUNDS SECONDS PROGRESS NAMES [NAME NUMBER]
///                                        rounds FROM, FROM + STEP, … for the readers named (`day,line`)
///     Fuzz keep SEED NAME NUMBER FOLDER  writes one input, which depends on these alone
///     Fuzz growth SEED NAME NUMBER       nanoseconds for one input, for it twice over, and four times
///     Fuzz found FOLDER [NAME]           gives an input that was kept to every reader, or to one
@main
struct Start {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    // As little room as a thread of any system has: recursion that is too deep for it is a find.
    let thread = BoundThread { answer(words) }
    thread.run()
  }

  private static func answer(_ words: [String]) {
    switch words.first {
    case "readers" where words.count == 1:
      for reader in Reader.all { print("\(reader.name) \(reader.share)") }
    case "found" where words.count == 2 || words.count == 3:
      guard let input = Input(keptIn: words[1]) else { stop("there is no input in \(words[1])") }
      for reader in Reader.all where words.count == 2 || words[2] == reader.name {
        tell(reader, words[1], reader.fault(input))
      }
    case "keep" where words.count == 5:
      guard let seed = UInt64(words[1]), let number = Int(words[3]),
        let reader = Reader.all.first(where: { $0.name == words[2] })
      else { stop("SEED NAME NUMBER FOLDER") }
      Input(number, of: reader, seed: seed, corpus()).keep(in: words[4])
    case "growth" where words.count == 4:
      guard let seed = UInt64(words[1]), let number = Int(words[3]),
        let reader = Reader.all.first(where: { $0.name == words[2] })
      else { stop("SEED NAME NUMBER") }
      let input = Input(number, of: reader, seed: seed, corpus())
      let times = [1, 2, 4].map { count -> UInt64 in
        let longer = input.repeated(count)
        let start = Progress.clock
        _ = reader.fault(longer)
        return Progress.clock - start
      }
      print(times.map(String.init).joined(separator: " "))
    case "run":
      guard let rounds = Rounds(words.dropFirst()) else { stop("the words of `run` are wrong") }
      rounds.run(corpus()) { tell($0, String($1), $2) }
    default: stop("readers, run, keep, growth or found")
    }
  }

  private static func corpus() -> Corpus {
    let corpus = Corpus(below: FileManager.default.currentDirectoryPath)
    guard corpus.isWhole else { stop("the samples, tests and pages of the project are not here") }
    return corpus
  }

  private static func tell(_ reader: Reader, _ input: String, _ fault: String?) {
    guard let fault else { return }
    print("\(input)\t\(reader.name)\t\(fault)")
    exit(1)
  }

  private static func stop(_ why: String) -> Never {
    print("Fuzz: \(why)")
    exit(2)
  }
}
