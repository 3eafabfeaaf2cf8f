import HallModel
import HallSyntax

/// Errors that a newer hall.md causes in minutes, to be reported as warnings at the roster's own
/// line: the minutes must not be changed because of them.
struct SoftenedErrors: Sendable {
  private var kinds: [Kind] = []

  var isEmpty: Bool { kinds.isEmpty }

  /// Adds those of another document.
  mutating func add(_ other: SoftenedErrors) { kinds += other.kinds }

  /// Everything that one sentence of a check reports about one meeting.
  private struct Kind: Sendable {
    let check: String
    let meeting: Meeting
    let sentence: UInt
    let first: Phrase
    var count = 1
  }

  mutating func add(_ check: String, _ sentence: UInt, of meeting: Meeting, _ message: Phrase) {
    let known = kinds.firstIndex {
      $0.check == check && $0.sentence == sentence && $0.meeting.document === meeting.document
    }
    if let known {
      kinds[known].count += 1
    } else {
      kinds.append(Kind(check: check, meeting: meeting, sentence: sentence, first: message))
    }
  }

  /// Each sentence once for a meeting, however many people and votes it is about.
  ///
  /// - Parameter lead: the words before it, with the name of the minutes.
  func warnings(at charter: Charter, lead: (String) -> Phrase, hint: Phrase) -> [Problem] {
    kinds.map { kind in
      let name = kind.meeting.name
      let lead = lead(name)
      let more =
        kind.count > 1
        ? Phrase(zh: "（这样的共 \(kind.count) 处）", en: " (\(kind.count) of the kind)")
        : Phrase(zh: "", en: "")
      return Problem(
        id: kind.check, severity: .warning, path: charter.document.path,
        range: charter.rosterPlace,
        message: Phrase(
          zh: lead.zh + kind.first.zh + more.zh, en: lead.en + kind.first.en + more.en),
        hint: hint, mark: Problem.Mark(sentence: kind.sentence, facts: [name]),
        in: charter.document)
    }
  }
}
