import HallMerge
import HallModel
import HallSyntax

/// A contradiction of two versions, in plain words.
struct ConflictText {
  /// Who is meant by ours and by theirs, as in `甲` and `乙`.
  let ours: String
  let theirs: String

  /// `议题1 表决「整体更换主管」：甲记「同意: 66户」，乙记「同意: 68户」`
  func line(_ conflict: MergeConflict, oursIsFirst: Bool, _ language: Language) -> String {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let (one, other) =
      oursIsFirst ? (conflict.first, conflict.second) : (conflict.second, conflict.first)
    let place = place(conflict, language)
    let colon = place.isEmpty ? "" : say("：", ": ")
    func told(_ name: String, _ text: String?) -> String {
      switch text {
      case nil where conflict.kind == .removed: say("\(name)删去了", "\(name) took it out")
      case nil: say("\(name)没有", "\(name) has nothing")
      case let text?:
        say("\(name)记「\(clipped(text))」", "\(name): '\(clipped(text))'")
      }
    }
    return place + colon + told(ours, one) + say("，", "; ") + told(theirs, other)
  }

  /// What it is about: `议题1 表决「整体更换主管」 同意`.
  func place(_ conflict: MergeConflict, _ language: Language) -> String {
    let change = FactChange(
      kind: .changed, subjects: conflict.subjects, titles: conflict.titles, label: conflict.label,
      key: conflict.label, before: nil, after: nil)
    return [FactText.subject(change, language), conflict.label ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// A paragraph is told by its beginning.
  private func clipped(_ text: String) -> String { DisplayWidth.clipped(text, to: 60) }
}
