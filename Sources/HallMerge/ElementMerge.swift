import HallModel
import HallSyntax

/// Merges three versions of a document part by part.
struct ElementMerge {
  let base: ElementTree
  let first: ElementTree
  let second: ElementTree
  let choose: (MergeConflict) -> MergeChoice?
  var output: MergeOutput
  /// The contradictions that were settled by a choice.
  var chosen: [MergeConflict] = []
  /// The parts in the order they were written, to compare the merged text with them.
  var written: [Written] = []
  /// Whether there was something that only a merge by lines can show.
  var isUnmergeable = false

  init(
    base: Document, first: Document, second: Document,
    choosing choose: @escaping (MergeConflict) -> MergeChoice?
  ) {
    (self.base, self.first) = (ElementTree(base), ElementTree(first))
    self.second = ElementTree(second)
    self.choose = choose
    let isCRLF = first.bytes.firstIndex(of: 0x0A).map { $0 > 0 && first.bytes[$0 - 1] == 0x0D }
    output = MergeOutput(ending: isCRLF == true ? [0x0D, 0x0A] : [0x0A])
  }

  /// The place of a part.
  struct Place {
    var subjects: [Fact.Subject] = []
    var titles: [String] = []
    /// The parent of the merged parts, in the versions that have it.
    var holders: (base: Element?, first: Element?, second: Element?) = (nil, nil, nil)
  }

  mutating func run() {
    parts(base.parts, first.parts, second.parts, in: Place())
    output.blank(ThreeWay.either(base: base.tail, first: first.tail, second: second.tail))
  }

  mutating func parts(
    _ before: [Element], _ firsts: [Element], _ seconds: [Element], in place: Place
  ) {
    let siblings = Siblings(base: before, first: firsts, second: seconds)
    if siblings.hasOrderClash { isUnmergeable = true }
    let contest = contest(siblings, in: place)
    var isContestWritten = false
    for key in siblings.order {
      if let contest, contest.keys.contains(key) {
        if !isContestWritten { write(contest, siblings, in: place) }
        isContestWritten = true
        continue
      }
      part(siblings.base[key], siblings.first[key], siblings.second[key], in: place)
    }
  }

  /// One part, in the versions that have it; at least one side has it.
  private mutating func part(
    _ before: Element?, _ one: Element?, _ other: Element?, in place: Place
  ) {
    switch (before, one, other) {
    case (let before, let one?, let other?): merge(before, one, other, in: place)
    case (nil, let one?, nil): copy(one, of: first.document, isNew: true)
    case (nil, nil, let other?): copy(other, of: second.document, isNew: true)
    case (let before?, let one?, nil):
      removed(before, one, isFirst: true, in: place)
    case (let before?, nil, let other?):
      removed(before, other, isFirst: false, in: place)
    case (_, nil, nil): return
    }
  }

  /// A part that one side removed: it is gone, unless the other side changed it.
  private mutating func removed(
    _ before: Element, _ left: Element, isFirst: Bool, in place: Place
  ) {
    if ThreeWay.isSame(before.content, left.content) { return }
    let document = isFirst ? first.document : second.document
    let name = place.within(left, of: document)
    let conflict = MergeConflict(
      kind: .removed, subjects: name.subjects, titles: name.titles,
      label: label(left, in: document), base: shown(before, base.document),
      first: isFirst ? shown(left, document) : nil, second: isFirst ? nil : shown(left, document))
    switch choose(conflict) {
    case nil:
      output.blank(left.lead)
      output.conflict(
        conflict, first: isFirst ? left.content : [], second: isFirst ? [] : left.content,
        followsBlank: left.followsBlank)
    case .both, isFirst ? .first : .second:
      chosen.append(conflict)
      copy(left, of: document)
    default: chosen.append(conflict)
    }
  }

  /// - Parameter isNew: whether it was not at this place before, so that it needs no second blank
  ///   line in front of it.
  private mutating func copy(_ element: Element, of document: Document, isNew: Bool = false) {
    if !isNew || !output.endsWithBlank { output.blank(element.lead) }
    output.lines(element.own, followsBlank: element.followsBlank)
    note(element, document)
    for part in element.parts { copy(part, of: document) }
    output.blank(element.tail)
  }

  private mutating func merge(
    _ before: Element?, _ one: Element, _ other: Element, in place: Place
  ) {
    output.blank(ThreeWay.either(base: before?.lead, first: one.lead, second: other.lead))
    own(before, one, other, in: place)
    var inner = place.within(one, of: first.document)
    inner.holders = (before, one, other)
    parts(before?.parts ?? [], one.parts, other.parts, in: inner)
    output.blank(ThreeWay.either(base: before?.tail, first: one.tail, second: other.tail))
  }

  /// A part's own lines.
  private mutating func own(
    _ before: Element?, _ one: Element, _ other: Element, in place: Place
  ) {
    let followsBlank = ThreeWay.either(
      base: before?.followsBlank, first: one.followsBlank, second: other.followsBlank)
    if one.key.kind == .prose {
      text(before?.own ?? [], one.own, other.own, followsBlank: followsBlank, in: place)
      return
    }
    note(one, first.document)
    if let own = ThreeWay.pick(base: before?.own, first: one.own, second: other.own)
      ?? sides(before, one, other)
    {
      output.lines(own, followsBlank: followsBlank)
      return
    }
    let name = place.within(one, of: first.document)
    settle(
      MergeConflict(
        kind: .value, subjects: name.subjects, titles: name.titles,
        label: label(one, in: first.document),
        base: before.map { shown($0, base.document) }, first: shown(one, first.document),
        second: shown(other, second.document)),
      first: one.own, second: other.own, followsBlank: followsBlank)
  }
}
