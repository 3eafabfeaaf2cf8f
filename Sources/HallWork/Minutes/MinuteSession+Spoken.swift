import HallModel
import HallSyntax
import HallWords

/// Lines of text, recorded several at once: a long transcript in a pipe must not rewrite its
/// document and its history for each line.
extension MinuteSession {
  /// A line that is kept as text; nil for any other, and for one that is refused.
  ///
  /// - Parameter translation: that of the present minutes; nothing has changed since it was made.
  package func spoken(_ line: String, _ translation: MinuteTranslation) -> SpokenLine? {
    guard translation.place.item != nil else { return nil }
    do throws(MinuteFault) {
      let deed = try translation.deed(line, MinuteLine(line))
      guard astray.refusal(of: deed) == nil else { return nil }
      switch deed {
      case nil: return SpokenLine(line: line, text: line, notice: notice(of: line, translation))
      case .note(let text): return SpokenLine(line: line, text: text)
      default: return nil
      }
    } catch {
      return nil
    }
  }

  /// Records lines of text. If they cannot be recorded together, each is recorded by itself, to
  /// find the faulty one.
  package mutating func take(_ lines: [SpokenLine]) -> [Taken] {
    let count = journal.count
    guard lines.count > 1, (try? keep(lines)) != nil || journal.count > count else {
      return lines.map { take($0.line) }
    }
    let kept = Phrase(zh: "已记。", en: "noted.")[language] + "\n"
    return lines.map { Taken(shown: $0.notice ?? kept) }
  }

  /// Records lines together under the current item, as one revision.
  mutating func keep(_ lines: [SpokenLine]) throws(Refusal) -> Taken {
    guard let item = currentItem else { throw .nothingNamed("\(id)#\(self.item ?? 0)") }
    let step = try record(NoteSpeech(lines.map(\.text), under: item), of: lines)
    let (answer, remarks) = step.text(style)
    return Taken(shown: answer + remarks)
  }
}
