import HallWords

/// A text in Markdown as HTML.
///
/// Blocks: paragraphs, headings, quotes, lists, tasks, code, tables, rules. In a line: emphasis, code,
/// links to the web and to mail, hard breaks, and images as their text. Everything else is text,
/// markup too.
package struct MarkdownPage {
  private let tree: BlockTree
  private let top: Int

  /// - Parameter top: the level that a heading of the first level gets: a page has its own above.
  package init(_ text: some Sequence<UInt8>, headingsFrom top: Int = 1) {
    tree = BlockParser.tree(of: text)
    self.top = top
  }

  package func write(to page: inout Markup) { write(children: 0, &page, isTight: false) }

  private func write(children block: Int, _ page: inout Markup, isTight: Bool) {
    for child in tree.blocks[block].children { write(child, &page, isTight: isTight) }
  }

  private func write(_ place: Int, _ page: inout Markup, isTight: Bool) {
    let block = tree.blocks[place]
    switch block.kind {
    case .document: write(children: place, &page, isTight: false)
    case .quote:
      page.raw("<blockquote>\n")
      write(children: place, &page, isTight: false)
      page.raw("</blockquote>\n")
    case .list(_, let start):
      let isOrdered = start != nil
      if let start, start != 1 {
        page.open("ol", [("start", String(start))])
      } else {
        page.raw(isOrdered ? "<ol>" : "<ul>")
      }
      page.raw("\n")
      for item in block.children { write(item: item, &page, isTight: !block.isLoose) }
      page.raw(isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: write(item: place, &page, isTight: isTight)
    case .paragraph:
      if isTight {
        write(inline: block.lines, &page)
      } else {
        page.raw("<p>")
        write(inline: block.lines, &page)
        page.raw("</p>\n")
      }
    case .rule: page.raw("<hr>\n")
    case .heading(let level):
      let tags: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
      let tag = tags[min(5, level + top - 2)]
      page.open(tag)
      write(inline: block.lines, &page)
      page.close(tag)
      page.raw("\n")
    case .code(let fence):
      write(code: block.lines, fence?.info ?? [], &page)
    case .table(let columns): write(table: block.lines, columns, &page)
    }
  }

  private func write(item place: Int, _ page: inout Markup, isTight: Bool) {
    page.raw("<li>")
    let children = tree.blocks[place].children
    var task: Bool?
    for (index, child) in children.enumerated() {
      let isText = tree.blocks[child].kind == .paragraph
      if index == 0, isText {
        task = MarkdownPage.task(tree.blocks[child].lines.first ?? [])
        if isTight {
          writeBox(task, &page)
          write(inline: MarkdownPage.withoutBox(tree.blocks[child].lines, task), &page)
        } else {
          page.raw("\n<p>")
          writeBox(task, &page)
          write(inline: MarkdownPage.withoutBox(tree.blocks[child].lines, task), &page)
          page.raw("</p>\n")
        }
        continue
      }
      if index == 0 || isTight, !(isTight && isText && index == 0) { page.raw("\n") }
      write(child, &page, isTight: isTight)
    }
    page.raw("</li>\n")
  }

  /// `[ ] text`, `[x] text`: whether it is done; nil for any other line.
  private static func task(_ line: [UInt8]) -> Bool? {
    guard line.count > 4, line[0] == UInt8(ascii: "["), line[2] == UInt8(ascii: "]"),
      isBlankByte(line[3])
    else { return nil }
    switch line[1] {
    case UInt8(ascii: " "): return false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
    default: return nil
    }
  }

  private static func withoutBox(_ lines: [[UInt8]], _ task: Bool?) -> [[UInt8]] {
    guard task != nil, let first = lines.first else { return lines }
    return [Array(first.dropFirst(4))] + lines.dropFirst()
  }

  private func writeBox(_ task: Bool?, _ page: inout Markup) {
    switch task {
    case true?: page.raw("<input type=\"checkbox\" checked disabled> ")
    case false?: page.raw("<input type=\"checkbox\" disabled> ")
    case nil: break
    }
  }

  private func write(code lines: [[UInt8]], _ info: [UInt8], _ page: inout Markup) {
    page.raw("<pre>")
    let language = info.prefix { !isBlankByte($0) }
    page.open(
      "code",
      language.isEmpty ? [] : [("class", "language-" + String(decoding: language, as: UTF8.self))])
    for line in lines {
      page.text(line)
      page.raw("\n")
    }
    page.raw("</code></pre>\n")
  }

  private func write(
    table lines: [[UInt8]], _ columns: [BlockTree.Alignment], _ page: inout Markup
  ) {
    page.raw("<table>\n<thead>\n")
    for (index, line) in lines.enumerated() {
      if index == 1 { page.raw("</thead>\n<tbody>\n") }
      let cells = TableRow.cells(line)
      page.raw("<tr>\n")
      for (place, column) in columns.enumerated() {
        let tag: StaticString = index == 0 ? "th" : "td"
        switch column {
        case .none: page.open(tag)
        case .left: page.open(tag, [("class", "left")])
        case .centre: page.open(tag, [("class", "centre")])
        case .right: page.open(tag, [("class", "right")])
        }
        if place < cells.count { write(inline: [cells[place]], &page) }
        page.close(tag)
        page.raw("\n")
      }
      page.raw("</tr>\n")
    }
    page.raw(lines.count > 1 ? "</tbody>\n</table>\n" : "</thead>\n</table>\n")
  }

  // MARK: The text of a block

  private func write(inline lines: [[UInt8]], _ page: inout Markup) {
    var text = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    while let last = text.last, isBlankByte(last) { text.removeLast() }
    let inline = InlineParser(text)
    for (place, piece) in inline.pieces.enumerated() {
      switch piece {
      case .text(let bytes): page.text(bytes)
      case .code(let bytes):
        page.raw("<code>")
        page.text(bytes)
        page.raw("</code>")
      case .lineEnd(let isHard):
        // Between two Chinese characters a line break would show as a blank.
        if isHard {
          page.raw("<br>\n")
        } else if !MarkdownPage.isBetweenWide(inline.pieces, place) {
          page.raw("\n")
        }
      case .mark(let index): write(inline.marks[index], &page)
      case .bracket(let index):
        let bracket = inline.brackets[index]
        if let link = bracket.link {
          page.open(
            "a", [("href", String(decoding: link, as: UTF8.self)), ("rel", "noopener noreferrer")])
        } else if !bracket.isResolved {
          page.raw(bracket.isImage ? "![" : "[")
        }
      case .linkEnd:
        if let opener = inline.closers[place], inline.brackets[opener].link != nil {
          page.raw("</a>")
        }
      }
    }
  }

  private static func isBetweenWide(_ pieces: [InlineParser.Piece], _ place: Int) -> Bool {
    guard place > 0, place + 1 < pieces.count, case .text(let before) = pieces[place - 1],
      case .text(let after) = pieces[place + 1]
    else { return false }
    return isWide(String(decoding: before.suffix(4), as: UTF8.self).last)
      && isWide(String(decoding: after.prefix(4), as: UTF8.self).first)
  }

  private static func isWide(_ character: Character?) -> Bool {
    character.map { DisplayWidth.of(String($0)) == 2 } ?? false
  }

  private func write(_ mark: InlineParser.Mark, _ page: inout Markup) {
    for tag in mark.ends {
      switch tag {
      case .emphasis: page.raw("</em>")
      case .strong: page.raw("</strong>")
      case .struck: page.raw("</del>")
      }
    }
    page.text(Array(repeating: mark.sign, count: mark.left))
    for tag in mark.starts {
      switch tag {
      case .emphasis: page.raw("<em>")
      case .strong: page.raw("<strong>")
      case .struck: page.raw("<del>")
      }
    }
  }
}
