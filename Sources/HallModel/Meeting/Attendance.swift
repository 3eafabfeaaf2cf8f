import HallSyntax

/// Who came, who did not, and who voted by proxy.
package struct Attendance: NodeView, Sendable {
  package let document: Document
  package let node: Int
  /// The lines of the parties, in the order they are written.
  package let partyLines: [PartyLine]
  /// The party whose line a name appears in first.
  private let partyByName: [String: String]

  /// - Parameter isName: whether a name, exactly as written with its brackets, is known.
  init(document: Document, node: Int, isName: (String) -> Bool) {
    self.document = document
    self.node = node
    partyLines = Attendance.lines(of: node, in: document, isName)
    var partyByName: [String: String] = [:]
    for line in partyLines {
      for element in line.names where partyByName[FullWidth.name(element.name)] == nil {
        partyByName[FullWidth.name(element.name)] = line.party
      }
    }
    self.partyByName = partyByName
  }

  /// One party's line: the names, and how many came if only a number is written.
  package struct PartyLine: Sendable {
    package let party: String
    package let names: [NameList.Element]
    /// The number of people, at least the number of names.
    package let heads: Int
    package let line: Int
    /// Whether nothing is written after the name of the party.
    let isEmpty: Bool
    package let node: Int
  }

  /// Whether nobody has filled it in yet: no party has a name or a number. Once one has, a line that
  /// is left empty is a party of which nobody came.
  package var isBlank: Bool { partyLines.allSatisfy(\.isEmpty) }

  /// Whether the name of everybody who came is written.
  var listsEverybody: Bool { partyLines.allSatisfy { $0.heads == $0.names.count } }

  package struct Proxy: Sendable {
    package let principal: String
    package let holder: String
    package let node: Int
  }

  private static func lines(
    of node: Int, in document: Document, _ isName: (String) -> Bool
  ) -> [PartyLine] {
    document.children(of: node).compactMap { index in
      let line = document.nodes[index]
      guard line.kind == .field, line.keyword == nil else { return nil }
      let value = document.slice(line.value)
      let (names, heads) = Attendance.read(value, isName)
      return PartyLine(
        party: FullWidth.name(document.slice(line.key)), names: names, heads: heads,
        line: Int(line.line), isEmpty: value.isEmpty, node: index)
    }
  }

  /// Reads `张三、钱七`, `12人`, `张三等12人`.
  static func read(
    _ value: Slice, _ isName: (String) -> Bool = { _ in false }
  ) -> (names: [NameList.Element], heads: Int) {
    if value.isEmpty { return ([], 0) }
    let whole = NameList.Element(value).name
    if let count = try? Count(reading: whole), let heads = count.heads { return ([], heads) }
    var parts = NameList.split(value)
    var stated = 0
    if let last = parts.last, let cut = Attendance.splitAndOthers(last) {
      parts[parts.count - 1] = cut.name
      stated = cut.heads
    }
    var others = 0
    if let last = parts.last, let cut = Attendance.splitOthers(last) {
      parts[parts.count - 1] = cut.name
      others = cut.others
    }
    let names = parts.map { NameList.Element($0, knowing: isName) }.filter { !$0.name.isEmpty }
    return (names, others > 0 ? names.count + others : max(names.count, stated))
  }

  /// Whether a line has a number of heads beyond what a count may be; it is then read as a name.
  package static func isTooLarge(_ value: Slice) -> Bool {
    func isBeyond(_ number: Slice) -> Bool {
      do throws(ValueFault) { _ = try Count(reading: number) } catch { return error == .tooLarge }
      return false
    }
    if isBeyond(NameList.Element(value).name) { return true }
    guard let last = NameList.split(value).last else { return false }
    let end = last.without(suffix: ["others", "other"]) ?? last
    return last.indices.contains { index in
      var (said, others) = (Cursor(last[index...]), Cursor(end[index..<max(index, end.endIndex)]))
      return said.take("等") && isBeyond(said.rest) || others.take("and ") && isBeyond(others.rest)
    }
  }

  /// Splits `张三等12人` into the name and the number.
  private static func splitAndOthers(_ part: Slice) -> (name: Slice, heads: Int)? {
    for index in part.indices {
      var cursor = Cursor(part[index...])
      guard cursor.take("等") else { continue }
      cursor.skipSpaces()
      guard let count = try? Count(reading: cursor.rest), let heads = count.heads else { continue }
      return (part[..<index].trimmed, heads)
    }
    return nil
  }

  /// Splits `Hal Irwin and 40 others` into the name and the number of the others. A number that is
  /// too large for a count is not read as one.
  private static func splitOthers(_ part: Slice) -> (name: Slice, others: Int)? {
    guard let end = part.trimmed.without(suffix: ["others", "other"]) else { return nil }
    for index in end.indices {
      var cursor = Cursor(end[index...])
      guard cursor.take("and "), let count = try? Count(reading: cursor.rest),
        let heads = count.heads
      else { continue }
      return (end[..<index].trimmed, heads)
    }
    return nil
  }

  /// The names of 缺席, 请假, 列席 or 邀请.
  package func names(_ keyword: Keyword) -> [String] {
    values(keyword).flatMap { NameList($0).elements.map { FullWidth.name($0.name) } }
  }

  package var proxies: [Proxy] {
    document.fieldNodes(.proxy, of: node).compactMap { index in
      guard let change = try? Delegation(reading: document.slice(document.nodes[index].value))
      else {
        return nil
      }
      // The holder is looked up among those present, who are listed without their party.
      let holder = FullWidth.name(change.to.name).split(separator: "/").last ?? ""
      return Proxy(
        principal: FullWidth.name(change.from), holder: String(holder).trimmingSpaces, node: index)
    }
  }

  /// Every name under a party, whether the party votes or not.
  package var presentNames: Set<String> { Set(partyByName.keys) }

  /// The names of those who came late or left early.
  package var timedNames: [String] { timedNames(.late) + leftNames }

  /// The names of those who left early, and did not come back: an hour of 迟到 after that of 早退 is when
  /// somebody came back.
  package var leftNames: [String] {
    let came = Dictionary(timed(.late).map { ($0.name, $0.time.minutes) }, uniquingKeysWith: max)
    return timed(.left).filter { $0.time.minutes >= came[$0.name] ?? 0 }.map(\.name)
  }

  private func timedNames(_ keyword: Keyword) -> [String] { timed(keyword).map(\.name) }

  private func timed(_ keyword: Keyword) -> [(name: String, time: TimeOfDay)] {
    values(keyword).compactMap { value in
      guard let read = try? PersonAndTime(reading: value) else { return nil }
      let name = FullWidth.name(read.person).split(separator: "/").last ?? ""
      return (String(name).trimmingSpaces, read.time)
    }
  }

  /// The party whose line a name appears in.
  package func party(of name: String) -> String? { partyByName[name] }

  /// The names present, and the principals of proxies whose holder is present.
  package var representedNames: Set<String> {
    let present = presentNames
    return present.union(proxies.lazy.filter { present.contains($0.holder) }.map(\.principal))
  }
}

extension Slice {
  /// The text before one of some words at its end, without the blanks between; nil if none is there.
  fileprivate func without(suffix words: [String]) -> Slice? {
    for word in words where ends(with: word) {
      return dropLast(word.utf8.count).trimmed
    }
    return nil
  }
}
