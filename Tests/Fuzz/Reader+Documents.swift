import HallModel
import HallPages
import HallSyntax
import HallWords
import TestSupport

/// Documents: their nodes, their facts, and changes of them.
extension Reader {
  static func kind(of path: String) -> Document.Kind {
    if path.hasSuffix("hall.md") { return .hall }
    if path.contains("/matters/") || path.contains("/Q-") { return .matter }
    if path.contains("roster") { return .roster }
    if path.contains("ballot") || path.hasSuffix(".csv") { return .ballots }
    return .meeting
  }

  static func document(_ input: Input, _ bytes: [UInt8]) -> Document {
    Document(path: "agendas/M-2025-001.md", kind: kind(of: input.path), bytes: bytes)
  }

  static let documents: [Reader] = [
    Reader("lines of a document", .lines(.documents, 5), 50) { input in
      for kind in [kind(of: input.path), .meeting, .hall, .matter] {
        if let fault = tiles(Document(path: "x.md", kind: kind, bytes: input.bytes)) {
          return "as \(kind): " + fault
        }
      }
      return nil
    },
    Reader("document", .part(.documents), 25) { input in
      let file = SourceFile(path: "x.md", kind: kind(of: input.path), bytes: input.bytes)
      let document = file.document
      if let fault = tiles(document) { return fault }
      _ = file.documentOfFrontMatter
      // The short way to the open tasks finds the same ones.
      guard file.fault == nil else { return nil }
      func open(_ document: Document?) -> [Int] {
        guard let document else { return [] }
        return document.nodes.indices.filter {
          document.nodes[$0].kind == .task && document.box(of: $0)?.state == .open
        }
      }
      guard open(file.documentOfOpenTasks) == open(document) else { return "other open tasks" }
      return nil
    },
    Reader("facts", .part(.documents), 12) { input in
      let (old, new) = (document(input, input.base), document(input, input.bytes))
      guard old.fault == nil, new.fault == nil else { return nil }
      let facts = FactList(new)
      guard FactChange.changes(from: facts, to: facts).isEmpty else {
        return "changed, and the same"
      }
      guard Seal.firstChange(from: new, to: new).isEmpty || Seal.covered(new).isEmpty else {
        return "a change of the same text"
      }
      let diff = DocumentDiff(from: old, to: new, in: charter)
      for language in [Language.zh, .en] { _ = diff.text(language, Style(isColoured: false)) }
      _ = diff.json.text
      return nil
    },
    Reader("edit", .part(.documents), 20) { input in edited(input) },
    Reader("template", .part(.documents), 12) { input in
      let template = TextTemplate(input.bytes)
      let words = ["居民", "# 1", "2025-12-01", "a | b", "", "\u{301}- [ ] x"]
      var place = 0
      _ = try? template.filled(as: "agendas/M-2025-001.md", .meeting) { _ in
        place += 1
        return words[place % words.count]
      }
      var content = FormContent(.zh)
      content.add("标题", "title", "一 {{标题}}")
      _ = try? FormTemplate(path: "agendas/forms/x.md", bytes: input.bytes).filled(with: content)
      return nil
    },
  ]

  /// What is wrong with the nodes of a document; nil if nothing is.
  private static func tiles(_ document: Document) -> String? {
    guard document.fault == nil else { return nil }
    var end = 0
    for (index, node) in document.nodes.enumerated() {
      guard node.range.lowerBound == end else { return "a gap at byte \(end)" }
      end = node.range.upperBound
      guard Int(node.parent) < index, Int(node.subtreeEnd) > index,
        Int(node.subtreeEnd) <= document.nodes.count
      else { return "no tree at byte \(end)" }
      for range in [node.key, node.value] {
        guard range.lowerBound >= 0, range.upperBound <= document.text.count else {
          return "a value of elsewhere at byte \(end)"
        }
        let source = document.source(of: range)
        guard source.lowerBound >= 0, source.upperBound <= document.bytes.count else {
          return "a value of no place at byte \(end)"
        }
      }
    }
    return end == document.bytes.count ? nil : "the nodes end at byte \(end)"
  }

  /// A few changes of a document, which say what was meant and leave the rest alone.
  private static func edited(_ input: Input) -> String? {
    let before = document(input, input.bytes)
    guard before.fault == nil, before.bytes.count <= 4_000 else { return nil }
    var random = SplitMix64(seed: UInt64(input.bytes.count) &* 31 &+ UInt64(before.nodes.count))
    let typed = [
      input.other.prefix(60).split(separator: 0x0A).first.map {
        String(decoding: $0, as: UTF8.self)
      }
        ?? "", "甲、乙", "2025-12-01", "", "- [ ] T1 x", "```", "<!--", "a|b", "x\ny", "**丙**",
    ]
    for _ in 0..<3 {
      let node = Int.random(in: before.nodes.indices, using: &random)
      let value = typed[Int.random(in: typed.indices, using: &random)]
      var editor = DocumentEditor(before, language: .zh)
      do throws(EditFault) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          let keyword = [Keyword.place, .due, .voteResult, .chair][value.utf8.count % 4]
          guard [.frontMatter, .item, .vote, .task, .decision].contains(before.nodes[node].kind)
          else { continue }
          try editor.set(keyword, value, of: node)
        case 1: try editor.setBox(.done, of: node)
        case 2:
          var block = LineBlock(.zh)
          block.task(7, value)
          try editor.appendOwn(block, to: node)
        case 3:
          var block = LineBlock(.zh)
          block.prose(value)
          try editor.append(block, to: node)
        case 4: try editor.strike(node)
        default: try editor.addTable(["一", "二"], [[value, value]], to: node)
        }
      } catch { continue }
      if let fault = tiles(editor.document) { return "after an edit: " + fault }
    }
    return nil
  }
}
