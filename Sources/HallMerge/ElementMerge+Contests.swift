import HallModel
import HallSyntax

/// Contradictions between lines that do not correspond to each other: the counts of a vote, the due
/// day of a task, one person in two lists.
extension ElementMerge {
  /// Several fields that only make sense together: the counts of a vote, the due day of a task.
  struct Contest {
    let keys: Set<Element.Key>
  }

  /// A contradiction between the two sides about a vote's counts, or a task's due day.
  func contest(_ siblings: Siblings, in place: Place) -> Contest? {
    guard let one = place.holders.first, let other = place.holders.second else { return nil }
    switch one.key.kind {
    case .vote: return countContest(siblings)
    case .task: return dueContest(siblings, place.holders.base, one, other)
    case .section where one.key.name == Keyword.attendance.machineName:
      let keys = turncoats(siblings) { document, field in
        document.nodes[field].keyword == nil
          || document.use(of: field)?.roles.contains(.exclusive) ?? false
      }
      return keys.isEmpty ? nil : Contest(keys: keys)
    default: return nil
    }
  }

  /// Two counts of one vote: a figure that both sides changed, or an outcome that each side
  /// recorded in part. The two counts are never mixed. Recording how many came does not contradict
  /// recording the counts, and names that each side added belong to one count.
  private func countContest(_ siblings: Siblings) -> Contest? {
    let figures = siblings.order.compactMap { Figure($0, siblings, in: self) }
      .filter { !isSame($0.first, $0.second) }
    let contested = figures.filter { !$0.mergesAsNames }
    let isTwice = contested.contains { $0.isChangedByFirst && $0.isChangedBySecond }
    // Whether each side changed the outcome, or a figure that was already there.
    let told = figures.filter { $0.isOutcome || $0.base != nil }
    let isMixed =
      told.contains(where: \.isChangedByFirst) && told.contains(where: \.isChangedBySecond)
      && told.contains { !$0.isNameList }
    if isTwice || isMixed {
      let keys = (isMixed ? figures : contested).map(\.key)
      return Contest(keys: Set(keys))
    }
    let keys = turncoats(siblings) { document, field in
      document.use(of: field)?.roles.contains(.exclusive) ?? false
    }
    return keys.isEmpty ? nil : Contest(keys: keys)
  }

  /// One figure of a vote, in three versions.
  private struct Figure {
    let key: Element.Key
    let base: Element?
    let first: Element?
    let second: Element?
    /// Whether it is part of the vote's outcome, and not of how many could take part.
    let isOutcome: Bool
    /// Whether every version lists names.
    let isNameList: Bool
    /// Whether both sides changed the list, and every change can be made.
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
      guard let use = document.use(of: element.node),
        !use.roles.isDisjoint(with: [.electorate, .outcome])
      else { return nil }
      isOutcome = use.roles.contains(.outcome)
      let values = versions.map { $0.0.slice($0.0.nodes[$0.1.node].value) }
      // 通过 could be mistaken for a name.
      let canList = use.value == .ballots
      isNameList =
        canList
        && values.allSatisfy {
          ThreeWay.names(base: $0, first: $0, second: $0, separator: "、") != nil
        }
      isChangedByFirst = !merge.isSame(base, first)
      isChangedBySecond = !merge.isSame(base, second)
      mergesAsNames =
        canList && first != nil && second != nil && values.count >= 2
        && ThreeWay.names(
          base: base == nil ? nil : values[0], first: values[values.count - 2],
          second: values[values.count - 1], separator: "、") != nil
    }
  }

  /// The lists of names, if each side moved a person into a different one.
  ///
  /// - Parameter isList: whether a field is one of the lists.
  private func turncoats(
    _ siblings: Siblings, isList: (Document, Int) -> Bool
  ) -> Set<Element.Key> {
    func places(
      _ side: [Element.Key: Element], _ document: Document
    ) -> [String: Set<Element.Key>] {
      var places: [String: Set<Element.Key>] = [:]
      for (key, element) in side where key.kind == .field {
        let value = document.slice(document.nodes[element.node].value)
        // Two sides may have the same count; nobody is called 3.
        guard isList(document, element.node), (try? Count(reading: value)) == nil else { continue }
        for name in NameList.split(NamedSum(value).names) {
          places[FullWidth.name(NameList.Element(name).name), default: []].insert(key)
        }
      }
      return places
    }
    let before = places(siblings.base, base.document)
    let one = places(siblings.first, first.document)
    let other = places(siblings.second, second.document)
    var keys: Set<Element.Key> = []
    for (name, mine) in one {
      guard let theirs = other[name], theirs != mine, before[name] != mine, before[name] != theirs
      else { continue }
      keys.formUnion(mine.union(theirs))
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

  /// Two due days of one task: both sides extended it, or wrote another day.
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
      return document.use(of: element.node)?.value.isDue ?? false
        && !isSame(siblings.first[key], siblings.second[key])
    }
    // If both sides added the same due day and one side then extended it, the extension counts.
    let isAdded = [siblings.first, siblings.second].contains { side in
      keys.allSatisfy { side[$0] == nil }
    }
    return keys.isEmpty || before == nil && isAdded ? nil : Contest(keys: Set(keys))
  }

  private func isAlike(_ left: Task.Due, _ right: Task.Due) -> Bool {
    switch (left, right) {
    case (.day(let left), .day(let right)): left == right
    case (.ongoing, .ongoing), (.undecided, .undecided), (.unwritten, .unwritten),
      (.nextMeeting, .nextMeeting):
      true
    default: false
    }
  }
}
