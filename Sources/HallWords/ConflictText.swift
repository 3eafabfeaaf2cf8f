import HallMerge
import HallModel
import HallSyntax

/// A contradiction between two versions, in words.
package struct ConflictText {
  /// The names for ours and theirs, as in `甲` and `乙`.
  package let ours: String
  package let theirs: String

  package init(ours: String, theirs: String) {
    self.ours = ours
    self.theirs = theirs
  }

  /// `议题1 表决「整体更换主管」：甲记「同意: 66户」，乙记「同意: 68户」`
  package func line(_ conflict: MergeConflict, oursIsFirst: Bool, _ language: Language) -> String {
    let say = language.say
    let (one, other) =
      oursIsFirst ? (conflict.first, conflict.second) : (conflict.second, conflict.first)
    let place = place(conflict, language)
    let colon = place.isEmpty ? "" : say("：", ": ")
    let shared = zip(one ?? "", other ?? "").prefix { $0 == $1 }.count
    func told(_ name: String, _ text: String?) -> String {
      switch text {
      case nil where conflict.kind == .removed: say("\(name)删去了", "\(name) took it out")
      case nil: say("\(name)没有", "\(name) has nothing")
      case let text?:
        say(
          "\(name)记「\(clipped(text, from: shared))」",
          "\(name): '\(clipped(text, from: shared))'")
      }
    }
    return place + colon + told(ours, one) + say("，", "; ") + told(theirs, other)
  }

  /// One side's version, with what it is: `以甲为准：同意: 66户`.
  package func choice(_ conflict: MergeConflict, isOurs: Bool, oursIsFirst: Bool) -> Phrase {
    let name = isOurs ? ours : theirs
    let text = isOurs == oursIsFirst ? conflict.first : conflict.second
    let isRemoved = conflict.kind == .removed
    let value = text.map { DisplayWidth.clipped($0, to: 40) }
    return Phrase(
      zh: "以\(name)为准：" + (value ?? (isRemoved ? "删去" : "没有")),
      en: "\(name): " + (value ?? (isRemoved ? "taken out" : "nothing")))
  }

  /// Its subject: `议题1 表决「整体更换主管」 同意`.
  package func place(_ conflict: MergeConflict, _ language: Language) -> String {
    let change = FactChange(
      kind: .changed, subjects: conflict.subjects, titles: conflict.titles, label: conflict.label,
      key: conflict.label, before: nil, after: nil)
    return [FactText.subject(change, language), conflict.label ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// A long text begins shortly before the place where it differs from the other.
  private func clipped(_ text: String, from shared: Int) -> String {
    let lead = 12
    guard DisplayWidth.of(text) > 60, shared > lead + 4 else {
      return DisplayWidth.clipped(text, to: 60)
    }
    return "…" + DisplayWidth.clipped(String(text.dropFirst(shared - lead)), to: 58)
  }
}
