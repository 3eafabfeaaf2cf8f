import HallModel
import HallSyntax
import HallWords

/// The lines of 参会人员 while people are added and removed: only the lines that change are written.
struct AttendanceSheet {
  enum Key: Equatable {
    case party(String)
    case word(Keyword)
  }

  private struct Line {
    let key: Key
    /// Nil for a line that does not exist yet.
    let node: Int?
    let original: String
    var value: String
  }

  private var lines: [Line] = []
  private let finder: AttendeeFinder
  /// The language of the words that are written.
  private let language: Language

  init(_ meeting: Meeting, _ language: Language) {
    finder = AttendeeFinder(meeting: meeting)
    self.language = language
    let document = meeting.document
    guard let section = document.section(.attendance) else { return }
    for index in document.children(of: section) where document.nodes[index].kind == .field {
      let node = document.nodes[index]
      let value = document.slice(node.value).string
      let key = node.keyword.map(Key.word) ?? .party(FullWidth.name(document.slice(node.key)))
      lines.append(Line(key: key, node: index, original: value, value: value))
    }
  }

  private var separator: String { language.listSeparator }

  /// Whether a line with a key names a person.
  private func has(_ person: Attendee, _ key: Key) -> Bool {
    lines.contains { line in
      guard line.key == key else { return false }
      return NameRow(line.value).elements.contains { isSame($0, key, person) }
    }
  }

  private func isSame(_ element: NameList.Element, _ key: Key, _ person: Attendee) -> Bool {
    var party: String?
    if case .party(let name) = key { party = name }
    return finder.written(element, under: party).isSame(as: person)
  }

  func isPresent(_ person: Attendee) -> Bool {
    lines.contains { line in
      if case .party = line.key { has(person, line.key) } else { false }
    }
  }

  /// Adds a person to the line of a party, or to that of 缺席, 请假, 列席 or 邀请.
  mutating func add(_ person: Attendee, to key: Key) throws(Refusal) {
    guard !has(person, key) else { return }
    let place = place(of: key)
    var row = NameRow(lines[place].value)
    guard row.add(person.text(language), separator: separator, language) else {
      throw .refused(
        Phrase(
          zh: "「\(lines[place].value)」后面加不了姓名",
          en: "'\(lines[place].value)' is a number; no name can be added to it"),
        hint: Phrase(zh: "先写全姓名", en: "name everybody instead, with 'hall edit'"))
    }
    lines[place].value = row.value
  }

  /// Sets how many people of a party came.
  mutating func count(_ heads: Int, of party: String) throws(Refusal) {
    let place = place(of: .party(party))
    var row = NameRow(lines[place].value)
    guard row.count(heads, language) else {
      let names = row.elements.count
      throw .refused(
        Phrase(
          zh: "「\(party)」已经写了 \(names) 个人的姓名，不能是 \(heads) 人",
          en: "'\(party)' names \(names) people already; the number cannot be \(heads)"),
        hint: Phrase(
          zh: "写上没写到的姓名，或用 --去掉 去掉", en: "name the others, or take names out with --remove"))
    }
    lines[place].value = row.value
  }

  private mutating func place(of key: Key) -> Int {
    if let place = lines.firstIndex(where: { $0.key == key }) { return place }
    lines.append(Line(key: key, node: nil, original: "", value: ""))
    return lines.count - 1
  }

  /// Removes a person from the lines of the parties.
  mutating func removePresent(_ person: Attendee) {
    for place in lines.indices {
      if case .party = lines[place].key { remove(person, at: place) }
    }
    removeTimes(of: person)
  }

  /// Removes a person from a list.
  mutating func remove(_ person: Attendee, from keyword: Keyword) {
    for place in lines.indices where lines[place].key == .word(keyword) {
      remove(person, at: place)
    }
  }

  /// Removes a person from every line.
  ///
  /// - Returns: whether there was one.
  mutating func removeEverywhere(_ person: Attendee) -> Bool {
    let before = lines.map(\.value)
    removePresent(person)
    for keyword in Vocabulary.attendanceLists { remove(person, from: keyword) }
    for place in lines.indices where lines[place].key == .word(.proxy) {
      guard let change = try? Delegation(reading: Slice(lines[place].value)) else {
        continue
      }
      let principal = finder.written(NameList.Element(change.from), under: nil)
      if principal.isSame(as: person) { lines[place].value = "" }
    }
    return before != lines.map(\.value)
  }

  private mutating func remove(_ person: Attendee, at place: Int) {
    var row = NameRow(lines[place].value)
    let key = lines[place].key
    row.remove { isSame($0, key, person) }
    lines[place].value = row.value
  }

  private mutating func removeTimes(of person: Attendee) {
    for place in lines.indices
    where [.word(.late), .word(.left)].contains(lines[place].key) && isTime(of: person, at: place) {
      lines[place].value = ""
    }
  }

  private func isTime(of person: Attendee, at place: Int) -> Bool {
    guard let time = try? PersonAndTime(reading: Slice(lines[place].value)) else { return false }
    return finder.written(NameList.Element(time.person), under: nil).isSame(as: person)
  }

  /// Records when a person came late or left.
  mutating func setTime(_ keyword: Keyword, of person: Attendee, _ text: String) {
    let place = lines.indices.first {
      lines[$0].key == .word(keyword) && isTime(of: person, at: $0)
    }
    if let place {
      lines[place].value = text
    } else {
      lines.append(Line(key: .word(keyword), node: nil, original: "", value: text))
    }
  }

  /// Adds a line for a proxy, unless the same line exists.
  mutating func addProxy(_ text: String) {
    let isThere = lines.contains { line in
      line.key == .word(.proxy) && FullWidth.name(Slice(line.value)) == FullWidth.name(Slice(text))
    }
    guard !isThere else { return }
    lines.append(Line(key: .word(.proxy), node: nil, original: "", value: text))
  }

  /// Whether anything has to be written.
  var isChanged: Bool { lines.contains { $0.value != $0.original } }

  /// How many are present.
  var heads: Int {
    lines.reduce(0) { sum, line in
      if case .party = line.key { sum + NameRow(line.value).heads } else { sum }
    }
  }

  /// Writes what changed.
  func write(into editor: inout DocumentEditor) throws(EditFault) {
    guard isChanged else { return }
    let section = try editor.section(.attendance)
    // A value stays in its line; lines are removed from the bottom up, so that those above keep
    // their places; new ones come last.
    for line in lines where line.value != line.original && !line.value.isEmpty {
      if let node = line.node { try editor.replaceValue(of: node, with: line.value) }
    }
    for line in lines.reversed() where line.value.isEmpty && !line.original.isEmpty {
      if let node = line.node { try editor.remove(node) }
    }
    for line in lines where line.node == nil && !line.value.isEmpty {
      switch line.key {
      case .party(let party): try editor.set(named: party, line.value, of: section)
      case .word(let keyword): try editor.add(keyword, line.value, to: section)
      }
    }
  }
}
