import HallSyntax

/// One fact of a document: its subject, and what it says.
package struct Fact: Sendable, Equatable {
  /// The subject of the fact, from the outside in: an item, a vote, a decision, a task.
  package struct Subject: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case document, section, item, vote, decision, task, rule, rosterRow
    }

    package let kind: Kind
    /// The name that identifies it in any revision: `2`, `D1`, `T3`, a section's keyword, a name.
    package let name: String

    package init(_ kind: Kind, _ name: String) { (self.kind, self.name) = (kind, name) }

    /// The place its keys are looked up in; empty if it has no keys of its own.
    package var scope: Scope {
      switch kind {
      case .item: .item
      case .vote: .vote
      case .decision: .decision
      case .task: .task
      case .rule: .rule
      case .document, .section, .rosterRow: []
      }
    }

    /// A node that holds facts, identified by its number, else its title; nil for a vote, which
    /// does not reliably have either, and for a node that holds no facts itself.
    init?(_ index: Int, in document: Document) {
      let node = document.nodes[index]
      func text(_ range: Range<Int>) -> String { document.slice(range).trimmed.string }
      switch node.kind {
      case .section: self.init(.section, node.keyword?.machineName ?? text(node.value))
      case .item:
        let number = AgendaItem(document: document, node: index).number
        self.init(.item, number.map(String.init) ?? text(node.value))
      case .decision:
        self.init(.decision, node.key.isEmpty ? text(node.value) : text(node.key).uppercased())
      case .task:
        self.init(.task, node.key.isEmpty ? text(node.value) : text(node.key).uppercased())
      case .rule: self.init(.rule, text(node.value))
      default: return nil
      }
    }
  }

  package let subjects: [Subject]
  /// The key as it is compared: the keyword, or the writer's own word.
  package let key: String
  /// The key as written; empty for a title or a state.
  package let label: String
  package let value: String
  package let keyword: Keyword?
  /// Whether several facts of this key may occur together.
  package let repeats: Bool
}

/// All facts of a document, and its prose grouped by where it is.
package struct FactList: Sendable {
  package private(set) var facts: [Fact] = []
  /// The titles of the subjects of facts, in the order of the file.
  package private(set) var titles: [[Fact.Subject]: String] = [:]
  package private(set) var order: [[Fact.Subject]] = []
  package private(set) var prose: [[Fact.Subject]: String] = [:]

  package init(_ document: Document) {
    guard document.fault == nil else { return }
    walk(document, document.children(), within: [])
  }

  private mutating func walk(
    _ document: Document, _ children: NodeChildren, within subjects: [Fact.Subject]
  ) {
    var votes = 0
    for index in children {
      let node = document.nodes[index]
      func text(_ range: Range<Int>) -> String { document.slice(range).trimmed.string }
      func open(_ subject: Fact.Subject) {
        let inner = subjects + [subject]
        if titles[inner] == nil { order.append(inner) }
        titles[inner] = text(node.value)
        walk(document, document.children(of: index), within: inner)
      }
      switch node.kind {
      case .frontMatter: walk(document, document.children(of: index), within: subjects)
      case .title: add("title", "", text(node.value), to: subjects)
      case .vote:
        votes += 1
        open(Fact.Subject(.vote, String(votes)))
      case .section, .item, .decision, .rule, .task:
        guard let subject = Fact.Subject(index, in: document) else { continue }
        open(subject)
        guard node.kind == .task else { continue }
        let state = Task(document: document, node: index).state
        add("state", "", state.rawValue, to: subjects + [subject])
      case .field: addField(index, document, to: subjects)
      case .logLine:
        let line = LogLine(document: document, node: index)
        add("log", "", line.words, to: subjects, repeats: true)
      case .table: addTable(index, document, to: subjects)
      case .heading:
        addProse(text(node.range), to: subjects)
        walk(document, document.children(of: index), within: subjects)
      case .prose, .stray, .bullet, .fence, .malformed: addProse(text(node.range), to: subjects)
      case .comment, .blank, .delimiter, .tableRow: continue
      }
    }
  }

  private mutating func addField(_ index: Int, _ document: Document, to subjects: [Fact.Subject]) {
    let node = document.nodes[index]
    let label = document.slice(node.key).string
    let value = document.slice(node.value).string
    guard !value.isEmpty else { return }
    var key = node.keyword?.machineName ?? FullWidth.name(document.slice(node.key))
    if node.keyword == .option { key += " " + Vote.optionLabel(document.slice(node.key)) }
    // The options of a vote are distinguished by their names.
    let repeats = node.keyword != .option && document.use(of: index)?.repeats ?? false
    add(key, label, value, to: subjects, keyword: node.keyword, repeats: repeats)
  }

  /// The rows of a table: of a roster by name and unit, of a roll call by voter.
  private mutating func addTable(_ table: Int, _ document: Document, to subjects: [Fact.Subject]) {
    let rows = document.children(of: table).filter { document.nodes[$0].kind == .tableRow }
    for row in rows.dropFirst() {
      let cells = TableCells.split(document.slice(document.nodes[row].value)).map(\.string)
      guard let name = cells.first else { continue }
      let value = cells.dropFirst().joined(separator: " | ")
      add("row " + name, name, value, to: subjects, repeats: true)
    }
  }

  private mutating func addProse(_ text: String, to subjects: [Fact.Subject]) {
    prose[subjects, default: ""] += text + "\n"
  }

  private mutating func add(
    _ key: String, _ label: String, _ value: String, to subjects: [Fact.Subject],
    keyword: Keyword? = nil, repeats: Bool = false
  ) {
    facts.append(
      Fact(
        subjects: subjects, key: key, label: label, value: value, keyword: keyword,
        repeats: repeats))
  }
}
