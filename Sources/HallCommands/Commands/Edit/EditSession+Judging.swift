import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// What to do with the text after the editor has ended.
extension EditSession {
  enum Verdict {
    case over, again
  }

  /// A reason not to record a text straight away.
  private struct Doubt {
    let question: Phrase
    /// The lines above the question.
    var shown = ""
    /// The label for recording it all the same; nil if that is not possible.
    var record: Phrase?
  }

  /// Checks the text against the hall as it is now, and records it if possible.
  mutating func judge(_ answer: inout Answer) throws(Refusal) -> Verdict {
    // Unreadable files were reported when the session began.
    var unread = Answer()
    var change = try invocation.change(&unread, locks: false)
    let found = change.hall.documents.first { HistoryPlace(of: $0)?.name == name }
    guard let document = found else {
      throw .refused(
        Phrase(zh: "「\(name)」的文件不在了，没有地方记", en: "the file of '\(name)' is gone"), hint: nil)
    }
    guard text != document.bytes, text != base else {
      try onDisk { () throws(HallWriter.Failure) in try draft.remove() }
      answer.output += unchanged[language]
      return .over
    }
    let new = Document(path: document.path, kind: document.kind, bytes: text)
    let why = new.fault == nil ? summary(of: new, since: document.bytes) : Phrase(zh: "", en: "")
    change.replace(document, by: new, why: why[change.written])
    var doubt = obstacle(to: new, for: document, in: change)
    if doubt == nil, !isAmending, isAmendment(new, of: document) {
      answer.errors += Refusal.sealed(name).text(language) + place[language]
      answer.raise(to: 2)
      return .over
    }
    let problems = change.newProblems()
    faultyLine = EditSession.line(of: problems, in: new)
    doubt = doubt ?? self.doubt(problems, in: change)
    var isLenient = false
    if let doubt {
      guard invocation.canAsk else {
        keep(doubt.shown + "hall: " + doubt.question[language] + "\n", &answer)
        return .over
      }
      console.show(doubt.shown + (doubt.shown.isEmpty ? "" : "\n"))
      switch ask(doubt.question, record: doubt.record) {
      case .again: return .again
      case .record: isLenient = true
      case .keep:
        answer.output += kept[language]
        return .over
      case .discard:
        try onDisk { () throws(HallWriter.Failure) in try draft.remove() }
        answer.output += unchanged[language]
        return .over
      }
    }
    return try record(change, why, isAmendment(new, of: document), isLenient, &answer)
  }

  /// The line of the first error, else of the first warning, in a text.
  private static func line(of problems: [Problem], in text: Document) -> Int? {
    let own = problems.filter { $0.path == text.path }
    let errors = own.filter { $0.severity == .error }
    return (errors.isEmpty ? own : errors).map(\.range.lowerBound).min()
      .map { text.position(of: $0).line }
  }

  private func isAmendment(_ new: Document, of document: Document) -> Bool {
    let kind = Seal.kind(
      of: document.kind, path: document.path, from: document.bytes, to: new.bytes)
    return kind == .amendment
  }

  private func summary(of new: Document, since old: [UInt8]) -> Phrase {
    Phrase(
      zh: ChangeSummary.text(from: old, to: new, .zh),
      en: ChangeSummary.text(from: old, to: new, .en))
  }

  /// The reason why a text cannot be recorded at all.
  private func obstacle(to new: Document, for document: Document, in change: Change) -> Doubt? {
    if new.fault != nil {
      return Doubt(
        question: Phrase(
          zh: "存下的不是 UTF-8 文字，记不了", en: "what was saved is not UTF-8 text and cannot be recorded"),
        shown: shown(change.newProblems(), in: change))
    }
    let other = HistoryPlace(of: new)?.name
    if other != name {
      return Doubt(
        question: Phrase(
          zh: "编号从「\(name)」变成了「\(other ?? "")」，历史就接不上了，记不了；请改回去",
          en: "the identifier '\(name)' has become '\(other ?? "")', and its history would end;"
            + " please write it as it was"))
    }
    guard document.bytes != base else { return nil }
    let was = Document(path: document.path, kind: document.kind, bytes: base)
    let facts = was.fault == nil && document.fault == nil
    return Doubt(
      question: Phrase(
        zh: "上面这些，是留下草稿以后别人在「\(name)」里改的。照草稿记会盖掉它，所以没有记。\n"
          + "两边的改动都要的话，先留着草稿，下次选「从现在的文件重新改」，再把草稿里的抄过去。",
        en: "Somebody has changed '\(name)' since, as shown above. Recording the draft would undo"
          + " that.\nTo have both: keep the draft, start from the file the next time, and copy"
          + " from the draft."),
      shown: facts
        ? DocumentDiff(from: was, to: document, in: change.charter)
          .text(language, invocation.style) : "")
  }

  /// The problems of a text that can be recorded.
  private func doubt(_ problems: [Problem], in change: Change) -> Doubt? {
    let errors = problems.count { $0.severity == .error }
    guard errors > 0 || !problems.isEmpty && invocation.canAsk else { return nil }
    let warnings = problems.count - errors
    guard errors > 0 else {
      return Doubt(
        question: Phrase(
          zh: "有 \(warnings) 处提醒，还没有记下。怎么办？",
          en: "\(Language.counted(warnings, "warning")); nothing is recorded yet."),
        shown: shown(problems, in: change),
        record: Phrase(zh: "就这样记下", en: "record it as it is"))
    }
    return Doubt(
      question: Phrase(
        zh: "有 \(errors) 个错误，还没有记下。" + (invocation.canAsk ? "怎么办？" : ""),
        en: "\(Language.counted(errors, "error")); nothing is recorded yet."),
      shown: shown(problems, in: change),
      record: Phrase(
        zh: "先照样记下（改好以前，「hall 检查」会一直报错）",
        en: "record it all the same ('hall check' will complain until it is right)"))
  }

  /// The problems; for a person at a terminal, not too many.
  private func shown(_ problems: [Problem], in change: Change) -> String {
    let limit = 6
    guard invocation.canAsk, problems.count > limit + 1 else {
      return invocation.shown(problems, in: change, language)
    }
    // Errors come first.
    let errors = problems.filter { $0.severity == .error }
    let first = (errors + problems.filter { $0.severity != .error }).prefix(limit)
    let more = problems.count - limit
    return invocation.shown(Array(first), in: change, language)
      + Phrase(zh: "……还有 \(more) 处\n", en: "… and \(more) more\n")[language]
  }

  private mutating func record(
    _ change: Change, _ why: Phrase, _ isAmendment: Bool, _ isLenient: Bool,
    _ answer: inout Answer
  ) throws(Refusal) -> Verdict {
    do throws(Refusal) {
      try invocation.finish(
        change, &answer,
        did: isAmendment
          ? Phrase(zh: "已修正 \(name)：\(why.zh)", en: "amended \(name): \(why.en)")
          : Phrase(zh: "已记下 \(name)：\(why.zh)", en: "recorded \(name): \(why.en)"),
        // To reverse an amendment is another amendment.
        next: [
          "hall show \(name)",
          "hall undo" + (isAmendment ? Phrase(zh: " -m 理由", en: " -m WHY")[language] : ""),
        ], isLenient: isLenient)
    } catch {
      // Somebody recorded a change a moment before: check again, with that change.
      if error.kind == .changedMeanwhile { return try judge(&answer) }
      throw error
    }
    if invocation.call.has(.dryRun) {
      answer.errors += kept[language]
    } else {
      try onDisk { () throws(HallWriter.Failure) in try draft.remove() }
    }
    return .over
  }
}
