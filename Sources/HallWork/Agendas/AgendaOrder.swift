import HallGit
import HallHistory
import HallMerge
import HallModel
import HallSyntax
import HallWords

/// The agenda of a meeting still to come: where an item goes, and which numbers the items have.
extension Change {
  /// The meeting whose agenda may change; the seal of approved minutes is looked at later.
  func agenda(_ text: String) throws(Refusal) -> MeetingPlace {
    let place = try meeting(text)
    if place.meeting.status == .cancelled { throw Change.cancelled(place.id) }
    return place
  }

  /// The item that another one goes after; nil for `0`, which is the place in front of them all.
  func predecessor(_ text: String, of place: MeetingPlace) throws(Refusal) -> AgendaItem? {
    var cursor = Cursor(Slice(text).trimmed)
    if cursor.takeNumber()?.value == 0, cursor.atEnd { return nil }
    return try item([place.id, text]).item
  }

  /// Numbers the items in their order, if nobody else has the agenda yet; what names them by number
  /// follows. Else they keep their numbers, and the notes say why.
  ///
  /// - Returns: the items with other numbers than before.
  mutating func numberInOrder(
    _ place: MeetingPlace, why: Phrase
  ) throws(Refusal) -> [Renumbering.Part] {
    let items = current(place.meeting).items.filter { $0.number != nil }
    let numbers = items.compactMap(\.number)
    let parts = zip(items, numbers.sorted()).compactMap { item, number -> Renumbering.Part? in
      guard let id = place.meeting.id, let old = item.number, old != number else { return nil }
      return Renumbering.Part(document: id, kind: .item, from: old, to: number, title: item.title)
    }
    // Of two items with one number, nobody knows which is meant.
    guard !parts.isEmpty, Set(numbers).count == numbers.count else { return [] }
    let renumbering = Renumbering(parts: parts)
    let others = hall.documents.filter { $0.path != place.document.path }.compactMap { other in
      let bytes = renumbering.applied(to: other.bytes, base: [])
      return bytes == other.bytes
        ? nil : (old: other, new: Document(path: other.path, kind: other.kind, bytes: bytes))
    }
    if let reason = reasonToKeepNumbers(place, others.map { $0.old }) {
      notes.append(reason)
      return []
    }
    let nodes = Dictionary(
      uniqueKeysWithValues: zip(items, numbers.sorted()).filter { $0.number != $1 }
        .map { ($0.node, $1) })
    try edit(place.document, why: why) { editor throws(EditFault) in try editor.renumber(nodes) }
    if let draft = draft(place.document.path) {
      let bytes = renumbering.applied(to: draft.bytes, base: [])
      if bytes != draft.bytes {
        replace(
          place.document, by: Document(path: draft.path, kind: draft.kind, bytes: bytes),
          why: why[written])
      }
    }
    for other in others { replace(other.old, by: other.new, why: why[written]) }
    return parts
  }

  /// One line that tells which items have new numbers; no line if every item keeps its number.
  func told(_ parts: [Renumbering.Part]) -> [String] {
    guard !parts.isEmpty else { return [] }
    let changes = parts.sorted { $0.to < $1.to }.map { "\($0.from)→\($0.to)" }.joined(in: language)
    return [language.say("其他议题的编号跟着变：\(changes)", "other items have new numbers: \(changes)")]
  }

  /// Why the items keep their numbers: somebody knows them.
  private func reasonToKeepNumbers(_ place: MeetingPlace, _ others: [Document]) -> Phrase? {
    switch place.meeting.status {
    case nil, .draft?, .postponed?: break
    case .notified?:
      return Phrase(
        zh: "通知已经发出，各项的编号不变，只排先后", en: "the notice is out: the items keep their numbers")
    default:
      return Phrase(zh: "会议已经开始，各项的编号不变，只排先后", en: "the items keep their numbers")
    }
    if let sealed = others.first(where: Seal.isApproved) {
      let name = DocumentID(of: sealed)?.text ?? sealed.path
      return Phrase(
        zh: "已确认的 \(name) 提到了这里的议题，各项的编号不变，只排先后",
        en: "\(name), which is approved, names an item of this agenda: the items keep their numbers"
      )
    }
    guard LastShared(of: loaded.folder, session.world.programs)?.has(place.document.path) == true
    else { return nil }
    return Phrase(
      zh: "这份议程已经分享给别人，各项的编号不变，只排先后",
      en: "others have this agenda already: the items keep their numbers")
  }

  /// What has to be done where the notice of the meeting is out.
  mutating func noteNotice(_ place: MeetingPlace, isNew: Bool) {
    guard place.meeting.status == .notified || place.meeting.status == .voting else { return }
    let day = place.meeting.day(.notice)
    let when = Phrase(zh: day.map { "\($0.iso) " } ?? "", en: day.map { " of \($0.iso)" } ?? "")
    notes.append(
      isNew
        ? Phrase(
          zh: "注意：\(when.zh)发的通知里没有这一项，要补发；补发以后：hall 通知 \(place.id) --已发",
          en: "note: the notice\(when.en) does not have this item; send it again, then: hall notice"
            + " \(place.id) --sent")
        : Phrase(
          zh: "注意：\(when.zh)发的通知里还是原来的先后",
          en: "note: the notice\(when.en) has the items in their old order"))
  }
}
