import HallHistory
import HallModel
import HallStore
import HallSyntax

/// Something that was asked for does not exist, or exists more than once.
extension Refusal {
  package static func noHall(from folder: String) -> Refusal {
    Refusal(
      Phrase(
        zh: "「\(folder)」和它上面的文件夹里都没有 hall.md",
        en: "no hall.md in '\(folder)' or any folder above it"),
      hint: Phrase(
        zh: "进到议事厅的文件夹里再试，或用 --议事厅 指明它；还没有议事厅，用「hall 开张」新建一个，有备份的用「hall 恢复备份」",
        en: "change into the hall's folder, or name it with --hall; 'hall init' makes a new one,"
          + " 'hall restore-from' unpacks a backup"))
  }

  package static func store(_ failure: StoreFailure) -> Refusal {
    Refusal(
      Phrase(
        zh: "\(failure.path)：\(failure.phrase.zh)", en: "\(failure.path): \(failure.phrase.en)"),
      hint: failure.hint, kind: .disk)
  }

  package static func nothingNamed(_ query: String) -> Refusal {
    let kind: Phrase? =
      switch (query.first, query.dropFirst().first) {
      case ("Q"?, let next?), ("q"?, let next?):
        next.isNumber || next == "-" ? Phrase(zh: "问题", en: "matters") : nil
      default: nil
      }
    return Refusal(
      Phrase(zh: "没有找到「\(query)」", en: "nothing is named '\(query)'"),
      hint: kind.map {
        Phrase(
          zh: "用「hall 列出 \($0.zh)」看有哪些", en: "see which there are with 'hall list \($0.en)'")
      }
        ?? Phrase(
          zh: "用「hall 列出 会议」看有哪些会议，问题、决议、任务也一样",
          en: "see what there is with 'hall list meetings', matters, decisions or tasks"))
  }

  /// - Parameters:
  ///   - names: the description of each of them.
  ///   - identifier: the identifier of the first, if their identifiers differ.
  package static func severalNamed(
    _ query: String, _ names: [String], identifier: String?
  ) -> Refusal {
    let list =
      names.prefix(20).map { "  " + VisibleText.line($0) }.joined(separator: "\n")
      + (names.count > 20 ? "\n  …" : "")
    return Refusal(
      Phrase(
        zh: "「\(query)」对得上的有 \(names.count) 个：\n\(list)",
        en: "'\(query)' may mean \(names.count) things:\n\(list)"),
      hint: identifier.map {
        Phrase(zh: "请写完整的编号，如「\($0)」", en: "write the full identifier, such as \($0)")
      }
        ?? Phrase(
          zh: "编号相同：用 --议事厅 指明是哪个议事厅，或用「hall 检查」看重复的编号",
          en: "they have one identifier: name the hall with --hall, or see 'hall check'"))
  }

  package static func fullIdentifierOnly(_ text: String) -> Refusal {
    Refusal(
      Phrase(
        zh: "不在终端上时要写完整的编号，不能只写「\(text)」",
        en: "off a terminal a change takes a full identifier, not '\(text)'"),
      hint: Phrase(
        zh: "写成 M-2025-008 或 Q-2025-014-T1 这样", en: "write it as M-2025-008 or Q-2025-014-T1"))
  }

  package static func noHistory(_ name: String) -> Refusal {
    Refusal(
      Phrase(zh: "「\(name)」还没有历史", en: "'\(name)' has no history yet"),
      hint: Phrase(zh: "先用「hall 记下」记下第一版", en: "record it first with 'hall record'"))
  }

  package static func noRevision(_ name: String, _ number: Int) -> Refusal {
    Refusal(
      Phrase(zh: "「\(name)」没有第 \(number) 版", en: "'\(name)' has no revision \(number)"),
      hint: Phrase(
        zh: "用「hall 历史 \(name)」看有哪些版", en: "see the revisions with 'hall log \(name)'"))
  }

  package static func damagedHistory(_ name: String, _ fault: Ledger.Fault) -> Refusal {
    let path = "history/\(name).md"
    return Refusal(
      Phrase(
        zh: "「\(name)」的历史第 \(fault.revision) 版\(fault.reason.phrase.zh)",
        en: "the history of '\(name)', revision \(fault.revision): \(fault.reason.phrase.en)"),
      hint: fault.isOfLineEnds ? .unixLineEnds(path) : .bringBack(path), kind: .disk)
  }
}
