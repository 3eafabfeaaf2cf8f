import HallModel
import HallWords

/// A word that may stand at the cursor, and what it means in a few words.
struct Candidate: Sendable {
  let word: String
  let meaning: String

  init(_ word: String, _ meaning: String = "") { (self.word, self.meaning) = (word, meaning) }

  /// With what is known of several things about it.
  init(_ word: String, _ meanings: [String?]) {
    self.init(word, meanings.compactMap(\.self).joined(separator: "  "))
  }

  /// A task: its title, when it is due and who leads it.
  init(_ word: String, of task: Task) {
    self.init(word, [task.title, task.due.day?.iso, task.lead?.string])
  }
}

extension Sequence<Candidate> {
  /// Those that begin with what is typed, in capitals or not.
  func beginning(with typed: String) -> [Candidate] {
    let typed = typed.lowercased()
    return filter { $0.word.lowercased().hasPrefix(typed) }
  }
}

/// What may stand at the cursor.
struct Offer: Sendable {
  /// Whether the shell offers files or folders instead, as it always does.
  enum Kind: String, Sendable { case words, files, folders }

  var kind = Kind.words
  var candidates: [Candidate] = []
  /// Whether more is typed after the word: no blank follows it.
  var isUnfinished = false

  static let nothing = Offer()

  /// The first of several lists that is not empty.
  init(_ candidates: [Candidate], else others: [Candidate]..., isUnfinished: Bool = false) {
    self.candidates = ([candidates] + others).first { !$0.isEmpty } ?? []
    self.isUnfinished = isUnfinished
  }

  init(kind: Kind = .words) { self.kind = kind }

  /// The words of both, or the files of one.
  func joined(with other: Offer) -> Offer {
    guard kind == .words, other.kind == .words else { return kind == .words ? other : self }
    var joined = self
    joined.candidates += other.candidates
    joined.isUnfinished = isUnfinished || other.isUnfinished
    return joined
  }

  /// The same words after what is typed before each of them.
  func after(_ beginning: String) -> Offer {
    var offer = self
    if !beginning.isEmpty {
      offer.candidates = candidates.map { Candidate(beginning + $0.word, $0.meaning) }
    }
    return offer
  }
}
