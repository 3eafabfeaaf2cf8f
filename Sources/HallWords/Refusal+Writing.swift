import HallModel
import HallStore
import HallSyntax

/// Something that was not written.
extension Refusal {
  package static func writing(_ failure: HallWriter.Failure) -> Refusal {
    Refusal(failure.phrase, hint: failure.hint, kind: failure.kind)
  }

  package static var noAuthor: Refusal {
    Refusal(
      Phrase(zh: "不知道是谁在改", en: "the name of the person who records this is missing"),
      hint: Phrase(
        zh: "用 --署名 写上姓名；先打 export HALL_AUTHOR=姓名，以后就不用每次写",
        en: "say who with --by NAME, or once with: export HALL_AUTHOR=NAME"))
  }

  /// The person left a question without an answer.
  package static var left: Refusal {
    Refusal(Phrase(zh: "没有做完，什么也没有写", en: "not finished; nothing was written"), hint: nil)
  }

  /// The change would be read as something else at that place.
  package static func wouldNotBeRead(_ path: String, _ fault: EditFault) -> Refusal {
    let line =
      switch fault {
      case .notRead(let line): line
      }
    return Refusal(
      Phrase(
        zh: "「\(path)」第 \(line) 行写进去以后读不成原来的意思，什么也没有写",
        en:
          "'\(path)', line \(line): the new text would be read as something else; nothing"
          + " was written"),
      hint: Phrase(
        zh: "看看上面有没有没关上的 ``` 或 <!--，再试一次", en: "look for a ``` or <!-- above that is not closed"))
  }

  /// The problems that the record would have, or that a spreadsheet has, as shown.
  package static func wouldBeWrong(_ problems: Phrase) -> Refusal {
    Refusal(problems, isShown: true)
  }

  /// - Parameter path: the document's, where a call that changes it was refused.
  package static func sealed(_ name: String, path: String? = nil) -> Refusal {
    Refusal(
      Phrase(zh: "「\(name)」已经确认，不能直接改", en: "'\(name)' is approved and cannot simply be changed"),
      hint: Phrase(
        zh: "确实要改，用「hall 修正 \(name) -m 理由」，后面写「改 \(name) 事项 内容」这样；不写就打开编辑器",
        en:
          "if it must be: 'hall amend \(name) -m WHY', then as in 'set \(name) FACT VALUE'; without"
          + " that, the editor opens"),
      kind: path.map(Kind.sealed) ?? .refused)
  }

  /// The hall's format is newer than this program.
  package static func newerFormat(_ format: Int) -> Refusal {
    Refusal(
      Phrase(
        zh: "这里的文件格式是 \(format)，这个程序只认到 \(HallFormat.newest)，怕写坏，什么也没有写",
        en: "the files here are of format \(format), and this program knows up to"
          + " \(HallFormat.newest): nothing was written"),
      hint: Phrase.newerHall)
  }
}

extension Phrase {
  /// What to do about a newer format.
  fileprivate static let newerHall = Phrase(
    zh: "换用新版的 hall（这个是 \(ProgramVersion.text)）",
    en: "use a newer hall (this one is \(ProgramVersion.text))")

  /// A warning beside an answer from a hall of a newer format.
  package static func newerFormat(_ format: Int) -> Phrase {
    Phrase(
      zh: "注意：文件格式是 \(format)，这个程序只认到 \(HallFormat.newest)，看到的可能不全；\(newerHall.zh)",
      en:
        "note: the files are of format \(format), and this program knows up to \(HallFormat.newest):"
        + " not everything may be shown; \(newerHall.en)")
  }
}

extension HallWriter.Failure {
  fileprivate var kind: Refusal.Kind {
    if case .changedMeanwhile = self { return .changedMeanwhile }
    return .disk
  }
}
