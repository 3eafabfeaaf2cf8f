import HallModel
import HallSyntax
import HallWords

/// A document as lines that each name their subject, in the order of the file. Only blank lines and
/// variants of spelling are left out.
///
/// A line names its item, decision or task by number and not by title, so that a changed title
/// changes one line only.
struct FactLines: Speaking {
  private let document: Document
  let language: Language
  private var lines: [String] = []

  static func text(of document: Document, _ language: Language) -> String {
    var lines = FactLines(document: document, language: language)
    lines.walk(document.children(), "", "")
    return lines.lines.map { VisibleText.line($0) + "\n" }.joined()
  }

  private init(document: Document, language: Language) {
    self.document = document
    self.language = language
  }

  private func text(_ range: Range<Int>) -> String { document.slice(range).trimmed.string }

  /// - Parameters:
  ///   - section: the subject of the fields in a section; things with a number do not need it.
  ///   - path: `议题1 决议D1`
  private mutating func walk(_ children: NodeChildren, _ section: String, _ path: String) {
    var votes = 0
    for index in children {
      let node = document.nodes[index]
      let title = text(node.value)
      let here = path.isEmpty ? section : path
      func inner(_ name: String) -> String { path.isEmpty ? name : path + " " + name }
      switch node.kind {
      case .frontMatter: walk(document.children(of: index), "", "")
      case .title: lines.append("# " + title)
      case .section:
        lines.append("## " + title)
        // Entries of the agenda and of the log are named by their own number or day.
        let isPlain = node.keyword == .agenda || node.keyword == .rules
        walk(document.children(of: index), isPlain ? "" : title, "")
      case .item, .vote, .decision, .rule:
        if node.kind == .vote { votes += 1 }
        let name = inner(self.name(of: node, votes))
        let level = node.kind == .item || node.kind == .rule ? "### " : "#### "
        lines.append(level + name + (node.kind == .rule || title.isEmpty ? "" : " " + title))
        walk(document.children(of: index), "", name)
      case .task:
        let name = inner(self.name(of: node, 0))
        let state = Task(document: document, node: index).state
        if !node.key.isEmpty { lines.append(name + say("：", ": ") + title) }
        lines.append(name + " " + say("状态：", "state: ") + state.phrase[language])
        walk(document.children(of: index), "", name)
      case .field:
        let label = text(node.key)
        lines.append((here.isEmpty ? "" : here + " ") + label + say("：", ": ") + title)
      case .heading:
        addProse(node.range, here)
        walk(document.children(of: index), section, path)
      case .table: walk(document.children(of: index), section, path)
      case .logLine:
        let line = LogLine(document: document, node: index)
        lines.append((here.isEmpty ? "" : here + " │ ") + "- " + line.words)
        // Text indented under a line of the log belongs to that line.
        walk(document.children(of: index), section, path)
      case .tableRow, .prose, .stray, .bullet, .fence, .malformed, .comment:
        addProse(node.range, here)
        walk(document.children(of: index), section, path)
      case .blank, .delimiter: continue
      }
    }
  }

  private func name(of node: Node, _ votes: Int) -> String {
    let key = text(node.key)
    let title = text(node.value)
    switch node.kind {
    case .item:
      let number = key.isEmpty ? title : key
      return say("议题", "item ") + number
    case .vote: return Keyword.vote.word(language).lowercased() + say("", " ") + String(votes)
    case .decision:
      return Keyword.decision.word(language).lowercased() + say("", " ")
        + (key.isEmpty ? title : key.uppercased())
    case .task: return say("任务", "task ") + (key.isEmpty ? title : key.uppercased())
    default: return Keyword.rule.word(language).lowercased() + say("", " ") + title
    }
  }

  /// Lines unchanged, with their subject.
  private mutating func addProse(_ range: Range<Int>, _ about: String) {
    let whole = document.slice(range).string
    for line in VisibleText.split(whole) where !Slice(line).trimmed.isEmpty {
      var line = line[...]
      while line.last?.isWhitespace == true { line.removeLast() }
      lines.append(about.isEmpty ? String(line) : about + " │ " + line)
    }
  }
}
