#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rounds of one run: in each of them every reader has its share of inputs, so that a run may be stopped
/// at any time and each has had its part.
struct Rounds {
  private let seed: UInt64
  private let from: Int
  private let step: Int
  /// Where to stop; 0 for nowhere.
  private let rounds: Int
  private let seconds: UInt64
  private let progress: Progress
  private let names: Set<String>
  /// The input that a run before this one ended at, which is not tried again.
  private let last: (reader: String, number: Int)?

  /// The words after `run`; nil if they are wrong.
  init?(_ words: ArraySlice<String>) {
    let words = Array(words)
    guard words.count == 7 || words.count == 9, let seed = UInt64(words[0]),
      let from = Int(words[1]), let step = Int(words[2]), step > 0, let rounds = Int(words[3]),
      let seconds = UInt64(words[4]),
      let progress = Progress(words[5], readers: Reader.all.count)
    else { return nil }
    (self.seed, self.from, self.step, self.rounds) = (seed, from, step, rounds)
    (self.seconds, self.progress) = (seconds, progress)
    names = Set(words[6].split(separator: ",").map(String.init))
    last = words.count == 9 ? Int(words[8]).map { (words[7], $0) } : nil
  }

  func run(_ corpus: Corpus, _ tell: (Reader, Int, String?) -> Void) {
    let readers = Array(Reader.all.enumerated())
    let end = time(nil) + Int(seconds)
    var round = from
    while rounds == 0 || round < rounds {
      for (place, reader) in readers where names.contains(reader.name) {
        for number in numbers(of: reader, place, in: round) {
          progress.begin(place, number, round: round)
          let start = Progress.clock
          let input = Input(number, of: reader, seed: seed, corpus)
          tell(reader, number, reader.fault(input))
          progress.end(place, number, nanoseconds: Progress.clock - start)
        }
      }
      if seconds > 0, time(nil) >= end { return }
      round += step
    }
  }

  /// The inputs of a reader in a round, without those that a run before this one has tried.
  private func numbers(of reader: Reader, _ place: Int, in round: Int) -> Range<Int> {
    let all = round * reader.share..<(round + 1) * reader.share
    guard round == from, let last,
      let stopped = Reader.all.firstIndex(where: { $0.name == last.reader })
    else { return all }
    if place < stopped { return all.upperBound..<all.upperBound }
    return place > stopped ? all : max(all.lowerBound, last.number + 1)..<all.upperBound
  }
}
