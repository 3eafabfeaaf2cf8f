import HallHistory
import HallModel
import HallStore
import HallSyntax

extension HallWriter.Recorded {
  /// Whether this revision approves the document or ends its approval; nil if it does neither.
  package var approval: Phrase? {
    func isApproved(_ bytes: [UInt8]) -> Bool {
      place.name.hasPrefix("M")
        && Seal.isApproved(Document(path: place.documentPath, kind: .meeting, bytes: bytes))
    }
    guard !old.isEmpty, isApproved(old) != isApproved(new) else { return nil }
    return isApproved(new)
      ? Phrase(zh: "；现在是「已确认」", en: "; it is approved now")
      : Phrase(zh: "；不再是「已确认」", en: "; it is no longer approved")
  }

  /// The message for one document when a step is undone.
  package func undone(_ what: String) -> Phrase {
    func text(_ taken: String, _ number: String, _ language: Language) -> String {
      let reason = why.contains(what) ? "" : "  " + VisibleText.line(why)
      return taken + VisibleText.line(what) + number + reason + (approval?[language] ?? "")
    }
    return Phrase(
      zh: text("已撤销：", "（\(place.name) 第 \(number) 版）", .zh),
      en: text("undone: ", " (\(place.name), revision \(number))", .en))
  }
}

extension Revision.Kind {
  package var phrase: Phrase {
    switch self {
    case .progress: Phrase(zh: "确认后的进展", en: "progress")
    case .amendment: Phrase(zh: "确认后的修正", en: "amendment")
    case .figures: Phrase(zh: "补记的票数", en: "figures")
    case .joined: Phrase(zh: "合并时已有", en: "there already")
    }
  }
}
