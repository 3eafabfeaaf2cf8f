import HallHistory
import HallModel
import HallSyntax
import HallWords

extension [HistoryWitness.Lost] {
  /// Each revision once: if a revision and the copy made of it by a join are both lost, only the
  /// copy.
  package var eachOnce: [HistoryWitness.Lost] {
    let madeAgain = Set(
      flatMap { lost in lost.revision.formerChains.map { [lost.place.path, $0] } })
    return filter { !madeAgain.contains([$0.place.path, $0.revision.chain]) }
  }
}

extension HistoryWitness.Lost {
  /// `M-2025-008  少了 王五 2025-09-27 记的第 3 版：更正户数（提交 1a2b3c4 拿掉的）`
  package func text(_ language: Language, _ style: Style) -> String {
    DisplayWidth.padded(place.name, to: 12) + style.red(VisibleText.line(words[language]))
  }

  package var words: Phrase {
    let (day, why, by) = (revision.at.prefix(10), revision.why, revision.by)
    let taken = taker?.prefix(7)
    return Phrase(
      zh: "少了 \(by) \(day) 记的第 \(revision.number) 版：\(why)"
        + (taken.map { "（提交 \($0) 拿掉的）" } ?? "（上次提交里还有）"),
      en: "revision \(revision.number) by \(by), \(day), is gone: \(why)"
        + (taken.map { " (commit \($0) removed it)" } ?? " (the last commit has it)"))
  }

  package var json: JSONValue {
    [
      "document": .string(place.name), "file": .string(place.path),
      "revision": .integer(revision.number), "at": .string(revision.at),
      "by": .string(revision.by), "why": .string(revision.why),
      "chain": .string(revision.chain), "taken_by": JSONValue(taker),
    ]
  }
}
