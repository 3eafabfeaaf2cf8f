import HallModel
import HallSyntax
import HallWords

/// Corrects words in what was said, or in a title: one place, which stays where it is.
package struct Reword: Act {
  /// The part it is in, as `M-2025-008#2`; a meeting has all of its items.
  private let part: String
  private let old: String
  private let new: String

  package init(_ part: String, _ old: String, to new: String) {
    (self.part, self.old, self.new) = (part, old, new)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let part = try CorrectedPart(self.part, in: change)
    let isWhole =
      part.scope == .meetingFront || part.scope == .matterFront || part.scope == .hallFront
    let editor = DocumentEditor(part.document, language: change.written)
    let places = editor.places(of: old, in: isWhole ? nil : part.node)
    guard let place = places.first, places.count == 1 else {
      throw .refused(
        places.isEmpty
          ? Phrase(
            zh: "\(part.name) 的标题和原话里没有「\(old)」",
            en: "no title or text of \(part.name) has '\(old)'")
          : Phrase(
            zh: "\(part.name) 里「\(old)」有 \(places.count) 处，不知道改哪一处",
            en: "'\(old)' stands in \(places.count) places of \(part.name)"),
        hint: places.isEmpty
          ? Phrase(
            zh: "照原样写几个字；日期、票数、负责人这样的事项，用「hall 改 编号 事项 内容」",
            en:
              "write the words as they stand; facts such as days, counts and leads: hall set ID FACT VALUE"
          )
          : Phrase(zh: "多写几个字，写到只有一处", en: "write more of the words, until one place is left"))
    }
    guard !new.isEmpty, new != old else {
      throw .refused(Phrase(zh: "没有写改成什么", en: "nothing to write is given"))
    }
    let said = Phrase(
      zh: "「\(VisibleText.line(old))」改为「\(VisibleText.line(new))」",
      en: "'\(VisibleText.line(old))' is now '\(VisibleText.line(new))'")
    try change.edit(
      part.document, why: Phrase(zh: "更正 \(said.zh)", en: "corrected: \(said.en)")
    ) { editor throws(EditFault) in try editor.reword(place, to: new) }
    return try change.finish(
      did: Phrase(zh: "\(part.name) \(said.zh)", en: "\(part.name): \(said.en)"))
  }
}
