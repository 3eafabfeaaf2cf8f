import HallHistory
import HallModel
import HallSyntax

/// What two versions say against each other.
extension ElementMerge {
  /// Several fields of one thing that only together make sense: the counts of a vote, the due day
  /// of a task.
  struct Contest {
    let keys: Set<Element.Key>
  }

  /// What the two sides say differently of a vote's counts, or of a task's due day.
  func contest(_ siblings: Siblings, in place: Place) -> Contest? {
    guard let one = place.holders.first, let other = place.holders.second else { return nil }
    switch one.key.kind {
    case .vote: return countContest(siblings)
    case .task: return dueContest(siblings, place.holders.base, one, other)
    case .section where one.key.name == Keyword.attendance.machineName:
      let keys = turncoats(siblings) { ![.proxy, .late, .left].contains($0) }
      return keys.isEmpty ? nil : Contest(keys: keys)
    default: return nil
    }
  }

  /// Two counts of one vote: a figure that both have changed, or what came of it told in parts by
  /// both. Neither is mixed with the other. Whoever writes down how many came helps whoever counts,
  /// and names that each has added are one count.
  private func countContest(_ siblings: Siblings) -> Contest? {
    let figures = siblings.order.compactMap { Figure($0, siblings, in: self) }
      .filter { !isSame($0.first, $0.second) }
    let contested = figures.filter { !$0.mergesAsNames }
    let isTwice = contested.contains { $0.isChangedByFirst && $0.isChangedBySecond }
    // Of what came of it, or of what stood there already, each side has told something else.
    let told = figures.filter { $0.isOutcome || $0.base != nil }
    let isMixed =
      told.contains(where: \.isChangedByFirst) && told.contains(where: \.isChangedBySecond)
      && told.contains { !$0.isNameList }
    if isTwice || isMixed {
      let keys = (isMixed ? figures : contested).map(\.key)
      return Contest(keys: Set(keys))
    }
    let names: Set<Keyword> = [.votesFor, .against, .abstain, .recused]
    let keys = turncoats(siblings) { $0.map(names.contains) ?? false }
    return keys.isEmpty ? nil : Contest(keys: keys)
  }

  /// One figure of a vote, in three versions.
  private struct Figure {
    let key: Element.Key
    let base: Element?
    let first: Element?
    let second: Element?
    /// Whether it tells what came of the vote, and not how many could take part.
    let isOutcome: Bool
    /// Whether every version lists names.
    let isNameList: Bool
    /// Whether both sides have changed the list, and each change can be made.
    let mergesAsNames: Bool
    let isChangedByFirst: Bool
    let isChangedBySecond: Bool

    init?(_ key: Element.Key, _ siblings: Siblings, in merge: ElementMerge) {
      self.key = key
      (base, first, second) = (siblings.base[key], siblings.first[key], siblings.second[key])
      let documents = [merge.base.document, merge.first.document, merge.second.document]
      let versions = zip(documents, [base, first, second]).compactMap { document, element in
        element.map { (document, $0) }
      }
      guard key.kind == .field, let (document, element) = versions.last else { return nil }
      switch document.nodes[element.node].keyword {
      case .entitled, .present, .delivered, .returned, .seats: isOutcome = false
      case .invalid, .silent, .participating, .votesFor, .against, .abstain, .option, .voteResult:
        isOutcome = true
      default: return nil
      }
      let values = versions.map { $0.0.slice($0.0.nodes[$0.1.node].value) }
      isNameList = values.allSatisfy {
        ThreeWay.names(base: $0, first: $0, second: $0, separator: "、") != nil
      }
      isChangedByFirst = !merge.isSame(base, first)
      isChangedBySecond = !merge.isSame(base, second)
      mergesAsNames =
        values.count == 3
        && ThreeWay.names(base: values[0], first: values[1], second: values[2], separator: "、")
          != nil
    }
  }

  /// The lists of names, where somebody is put by each side into another one.
  ///
  /// - Parameter isList: whether a field of a key is one of the lists.
  private func turncoats(
    _ siblings: Siblings, isList: (Keyword?) -> Bool
  ) -> Set<Element.Key> {
    func places(_ side: [Element.Key: Element], _ document: Document) -> [String: Element.Key] {
      var places: [String: Element.Key] = [:]
      for (key, element) in side where key.kind == .field {
        let node = document.nodes[element.node]
        guard isList(node.keyword) else { continue }
        for name in NameList.split(document.slice(node.value)) {
          places[FullWidth.name(NameList.Element(name).name)] = key
        }
      }
      return places
    }
    let before = places(siblings.base, base.document)
    let one = places(siblings.first, first.document)
    let other = places(siblings.second, second.document)
    var keys: Set<Element.Key> = []
    for (name, key) in one {
      guard let also = other[name], also != key, before[name] != key, before[name] != also else {
        continue
      }
      keys.formUnion([key, also])
    }
    return keys
  }

  fileprivate func isSame(_ left: Element?, _ right: Element?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): ThreeWay.isSame(left.own, right.own)
    default: false
    }
  }

  /// Two due days of one task: both sides have extended it, or written another day.
  private func dueContest(
    _ siblings: Siblings, _ before: Element?, _ one: Element, _ other: Element
  ) -> Contest? {
    let was = before.map { Task(document: base.document, node: $0.node).due }
    let now = Task(document: first.document, node: one.node).due
    let others = Task(document: second.document, node: other.node).due
    if isAlike(now, .unwritten) || isAlike(others, .unwritten) { return nil }
    guard now.day != others.day || now.day == nil && !isAlike(now, others) else { return nil }
    if let was, isAlike(was, now) || isAlike(was, others) { return nil }
    let keys = siblings.order.filter { key in
      guard key.kind == .field, let element = siblings.first[key] ?? siblings.second[key] else {
        return false
      }
      let document = siblings.first[key] != nil ? first.document : second.document
      let keyword = document.nodes[element.node].keyword
      return (keyword == .extended || keyword == .due)
        && !isSame(siblings.first[key], siblings.second[key])
    }
    return keys.isEmpty ? nil : Contest(keys: Set(keys))
  }

  private func isAlike(_ left: Task.Due, _ right: Task.Due) -> Bool {
    switch (left, right) {
    case (.day(let left), .day(let right)): left == right
    case (.ongoing, .ongoing), (.undecided, .undecided), (.unwritten, .unwritten): true
    default: false
    }
  }

  /// Leaves a contest open, or settles it, where its first field stands.
  mutating func write(_ contest: Contest, _ siblings: Siblings, in place: Place) {
    let keys = siblings.order.filter(contest.keys.contains)
    let ones = keys.compactMap { siblings.first[$0] }
    let others = keys.compactMap { siblings.second[$0] }
    func text(_ elements: [Element], _ document: Document) -> String? {
      let lines = elements.map { element in
        let node = document.nodes[element.node]
        return document.slice(node.mark..<node.value.upperBound).trimmed.string
      }
      return lines.isEmpty ? nil : lines.joined(separator: "；")
    }
    let conflict = MergeConflict(
      kind: .value, subjects: place.subjects, titles: place.titles, label: nil,
      base: text(keys.compactMap { siblings.base[$0] }, base.document),
      first: text(ones, first.document), second: text(others, second.document))
    settle(
      conflict, first: joined(ones), second: joined(others), followsBlank: false,
      firsts: ones, seconds: others)
  }

  private func joined(_ elements: [Element]) -> [UInt8] {
    elements.reduce(into: []) { text, element in
      if let last = text.last, last != UInt8(ascii: "\n") { text += output.ending }
      text += element.own
    }
  }

  /// Leaves a contradiction open, or settles it by a choice.
  mutating func settle(
    _ conflict: MergeConflict, first one: [UInt8], second other: [UInt8], followsBlank: Bool,
    firsts: [Element] = [], seconds: [Element] = []
  ) {
    let choice = choose(conflict)
    if choice == nil {
      output.conflict(conflict, first: one, second: other, followsBlank: followsBlank)
      return
    }
    chosen.append(conflict)
    if choice != .second {
      output.lines(one, followsBlank: followsBlank)
      for element in firsts { note(element, first.document) }
    }
    if choice != .first {
      output.lines(other, followsBlank: followsBlank)
      for element in seconds { note(element, second.document) }
    }
  }

  /// Text, merged as lines.
  mutating func text(
    _ before: [UInt8], _ one: [UInt8], _ other: [UInt8], followsBlank: Bool, in place: Place
  ) {
    var followsBlank = followsBlank
    for piece in LineMerge.merge(base: before, first: one, second: other) {
      switch piece {
      case .settled(let bytes): output.lines(bytes, followsBlank: followsBlank)
      case .bothAdded(let added, let also):
        output.lines(added, followsBlank: followsBlank)
        // Two paragraphs are two; entries of a list are one list.
        output.lines(also, followsBlank: !isListItem(also) && !isBlankLine(also))
      case .conflict(let was, let added, let also):
        settle(
          MergeConflict(
            kind: .text, subjects: place.subjects, titles: place.titles, label: nil,
            base: shown(was), first: shown(added), second: shown(also)),
          first: added, second: also, followsBlank: followsBlank)
      }
      followsBlank = false
    }
  }

  private func isBlankLine(_ text: [UInt8]) -> Bool {
    let line = text.drop { [0x20, 0x09, 0x0D].contains($0) }
    return line.first == UInt8(ascii: "\n")
  }

  private func isListItem(_ text: [UInt8]) -> Bool {
    let line = text.drop { $0 == 0x20 || $0 == 0x09 }
    return line.first.map { "-*+".utf8.contains($0) } ?? false
  }

  // MARK: Words

  /// The key of a field, where a part is one.
  func label(_ element: Element, in document: Document) -> String? {
    let node = document.nodes[element.node]
    return node.kind == .field ? document.slice(node.key).trimmed.string : nil
  }

  /// What a part says, on one line.
  func shown(_ element: Element, _ document: Document) -> String {
    let node = document.nodes[element.node]
    if node.kind == .field { return document.slice(node.value).trimmed.string }
    return shown(element.content)
  }

  private func shown(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.map(String.init).joined(separator: "⏎")
  }

  /// Keeps what was written, to hold the merged text against.
  mutating func note(_ element: Element, _ document: Document) {
    if element.key.kind != .prose { written.append(document.nodes[element.node]) }
  }
}

extension ElementMerge.Place {
  /// The place of what stands in a part.
  func within(_ element: Element, of document: Document) -> ElementMerge.Place {
    let node = document.nodes[element.node]
    func text(_ range: Range<Int>) -> String { document.slice(range).trimmed.string }
    let subject: Fact.Subject
    switch node.kind {
    case .section:
      subject = Fact.Subject(.section, node.keyword?.machineName ?? text(node.value))
    case .item:
      let number = AgendaItem(document: document, node: element.node).number
      subject = Fact.Subject(.item, number.map(String.init) ?? text(node.value))
    case .vote: subject = Fact.Subject(.vote, "")
    case .decision: subject = Fact.Subject(.decision, text(node.key).uppercased())
    case .task: subject = Fact.Subject(.task, text(node.key).uppercased())
    case .rule: subject = Fact.Subject(.rule, text(node.value))
    default: return self
    }
    var place = self
    place.subjects.append(subject)
    place.titles.append(text(node.value))
    return place
  }
}
