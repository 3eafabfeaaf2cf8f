import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The plan to undo one step: documents get the text before it; those that it created are removed
/// from the hall, if nobody else can have seen them.
struct UndoPlan {
  /// A document to be removed from the hall, and the reason of its creation.
  struct Unmade {
    let unmaking: HallWriter.Unmaking
    let why: String

    func phrase(isDone: Bool) -> Phrase {
      let name = unmaking.place.name
      let why = VisibleText.line(why)
      let what = why.contains(name) ? why : "\(name) \(why)"
      let place = unmaking.target.text
      return isDone
        ? Phrase(
          zh: "已撤销：\(what)（没有丢，放在 \(place)）",
          en: "undone: \(what) (the file is kept in \(place), its history beside it)")
        : Phrase(
          zh: "会撤销：\(what)（会放到 \(place)）",
          en: "would undo: \(what) (the file would go to \(place), its history beside it)")
    }
  }

  private struct Older {
    let document: Document
    let text: [UInt8]
    let why: String
    /// Whether the step only added figures: removing them needs no other reason.
    let isOfFigures: Bool
  }

  private var older: [Older] = []
  private(set) var unmade: [Unmade] = []

  /// - Parameter gitKnows: whether git tracks a file of a folder.
  init(
    of step: [Steps.Part], in loaded: LoadedHall, _ gitKnows: (String, String) -> Bool
  ) throws(Refusal) {
    for part in step {
      let document = loaded.hall.documents.first { HistoryPlace(of: $0)?.name == part.name }
      guard let document, let place = HistoryPlace(of: document) else {
        throw .changedSince(part.name)
      }
      // The text that a first revision found in the hall is older than the step.
      guard part.first > 1 || (part.isNew && document.kind != .hall) else {
        throw .firstRecorded(part.name)
      }
      let ledger = try loaded.ledger(of: place)
      guard try ledger.text(place, after: part.last) == document.bytes else {
        throw .changedSince(part.name)
      }
      let why = ledger.revisions[part.last - 1].why
      guard part.first == 1 else {
        older.append(
          Older(
            document: document, text: try ledger.text(place, after: part.first - 1), why: why,
            isOfFigures: ledger.revisions[part.first - 1..<part.last].allSatisfy {
              $0.kind == .figures
            }))
        continue
      }
      guard ledger.revisions.count == part.last else {
        throw UndoPlan.stays(
          part.name,
          Phrase(
            zh: "「\(part.name)」新建以后又记过几版", en: "'\(part.name)' has more revisions since it was made"
          ))
      }
      for path in [document.path, place.path] where gitKnows(path, loaded.folder.root) {
        throw UndoPlan.stays(
          part.name,
          Phrase(
            zh: "「\(part.name)」已经进了 git，别人可能看到过",
            en: "git has '\(part.name)'; others may have seen it"))
      }
      unmade.append(
        Unmade(
          unmaking: HallWriter.Unmaking(
            of: place, path: document.path, old: document.bytes, history: ledger.bytes,
            in: loaded.folder),
          why: why))
    }
    try refuseReferredTo(in: loaded.hall)
  }

  /// The reasons of the revisions that are undone, by document.
  var whys: [(name: String, why: String)] {
    older.map { (HistoryPlace(of: $0.document)?.name ?? $0.document.path, $0.why) }
      + unmade.map { ($0.unmaking.place.name, $0.why) }
  }

  func why(of name: String) -> String { whys.first { $0.name == name }?.why ?? "" }

  func edits(_ language: Language) -> [HallWriter.Edit] {
    older.map { part in
      var edit = HallWriter.Edit(
        path: part.document.path, kind: part.document.kind, old: part.document.bytes,
        new: part.text, why: Phrase(zh: "撤销：\(part.why)", en: "undo: \(part.why)")[language])
      edit.isReasoned = part.isOfFigures
      return edit
    }
  }

  /// Refuses to remove a document to which others would still refer.
  private func refuseReferredTo(in hall: Hall) throws(Refusal) {
    let names = Set(unmade.map(\.unmaking.place.name))
    guard !names.isEmpty else { return }
    var texts = Dictionary(
      hall.documents.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    for part in older { texts[part.document.path] = part.text }
    for made in unmade { texts[made.unmaking.path] = nil }
    for made in unmade {
      let name = made.unmaking.place.name
      let others = hall.documents.filter { document in
        guard let text = texts[document.path] else { return false }
        return IdentifierMention.all(in: Slice(text)).contains { $0.document.text == name }
      }.map { VisibleText.line(HistoryPlace(of: $0)?.name ?? $0.path) }
      guard others.isEmpty else {
        throw UndoPlan.stays(
          name,
          Phrase(
            zh: "\(others.joined(separator: "、")) 提到了「\(name)」",
            en: "\(others.joined(separator: ", ")) names '\(name)'"))
      }
    }
  }

  /// A document that was created and cannot be removed, with the alternative.
  private static func stays(_ name: String, _ fact: Phrase) -> Refusal {
    let call =
      name.hasPrefix("M-")
      ? Phrase(
        zh: "不开了用「hall 取消 \(name) -m 原因」", en: "call it off: 'hall cancel \(name) -m WHY'")
      : Phrase(
        zh: "不用了就结案：「hall 问题 结案 \(name) 原因」",
        en: "close it: 'hall matter close \(name) WHY'")
    return .refused(
      Phrase(zh: fact.zh + "，不能撤销新建它那一步", en: fact.en + ": making it cannot be undone"),
      hint: call)
  }

  /// The same refusal, with how to undo what was done before the step that stays.
  static func going(
    on error: Refusal, past step: [Steps.Part], in loaded: LoadedHall
  ) -> Refusal {
    guard error.kind == .refused else { return error }
    let names = Set(step.map(\.name))
    let earlier = loaded.folder.steps().dropLast().last { parts in
      parts.allSatisfy { part in
        let document = loaded.hall.documents.first { HistoryPlace(of: $0)?.name == part.name }
        guard part.first > 1, !names.contains(part.name), let document,
          let place = HistoryPlace(of: document), let ledger = try? loaded.ledger(of: place)
        else { return false }
        return (try? ledger.text(place, after: part.last)) == document.bytes
      }
    }
    let hint = error.hint
    guard let earlier else {
      // Its text was edited later: only a person can say which revision is meant.
      let others = loaded.folder.steps().dropLast().last { parts in
        parts.allSatisfy { $0.first > 1 && !names.contains($0.name) }
      }
      guard let name = others?.first?.name else { return error }
      return .refused(
        error.message,
        hint: Phrase(
          zh: (hint.map { $0.zh + "；" } ?? "")
            + "更早的用「hall 历史 \(name)」看，用「hall 恢复 \(name) 版本号」回去",
          en: (hint.map { $0.en + "; " } ?? "")
            + "see what was before with 'hall log \(name)', and go back with"
            + " 'hall restore \(name) N'"))
    }
    let places = earlier.map { "\($0.name) \($0.first - 1)" }
    let zh = places.map { "「hall 恢复 \($0)」" }.joined()
    let en = places.map { "'hall restore \($0)'" }.joined(separator: " and ")
    return .refused(
      error.message,
      hint: Phrase(
        zh: (hint.map { $0.zh + "；" } ?? "") + "要撤销更早的一步，用\(zh)",
        en: (hint.map { $0.en + "; " } ?? "") + "the step before it is taken back with \(en)"))
  }
}

extension Refusal {
  static var nothingToUndo: Refusal {
    Refusal(
      Phrase(zh: "没有可以撤销的", en: "there is nothing to undo"),
      hint: Phrase(
        zh: "只能撤销在这台电脑上用 hall 记下的；要回到以前的某一版，用「hall 恢复」",
        en: "only what hall recorded on this machine; 'hall restore' goes back to any revision"))
  }

  /// The step started the history of a document.
  static func firstRecorded(_ name: String) -> Refusal {
    Refusal(
      Phrase(
        zh: "上一步是第一次记下「\(name)」，再往前没有可以回到的版本",
        en: "the last step recorded '\(name)' for the first time; there is nothing before it"),
      hint: name.hasPrefix("M-")
        ? Phrase(
          zh: "写错了用「hall 改 \(name) 事项 内容」；不开了用「hall 取消 \(name) -m 原因」",
          en:
            "correct it with 'hall set \(name) FACT VALUE', or call it off: 'hall cancel \(name) -m WHY'"
        )
        : Phrase(
          zh: "写错了用「hall 改 \(name) 事项 内容」", en: "correct it with 'hall set \(name) FACT VALUE'"))
  }

  static func changedSince(_ name: String) -> Refusal {
    Refusal(
      Phrase(zh: "「\(name)」后来又改过，不能直接撤销", en: "'\(name)' was changed since, and cannot be undone"),
      hint: Phrase(
        zh: "用「hall 恢复 \(name) 版本号」回到某一版",
        en: "go back to a revision with 'hall restore \(name) N'"))
  }
}
