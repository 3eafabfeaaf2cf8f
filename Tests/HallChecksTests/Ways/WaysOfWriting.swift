/// Ways of writing one fact: with typography, as in Markdown, editors, word processors, phones.
struct Way: Sendable, CustomStringConvertible {
  let name: String
  /// The lines that replace the one; nil where the way does not apply.
  let write: @Sendable (FactLine) -> [String]?

  var description: String { name }

  static let all: [Way] =
    blanks + emphasis + bullets + separators + several + boxes + headings + frontMatter + marks

  private static func way(_ name: String, _ write: @escaping @Sendable (FactLine) -> String?) -> Way
  {
    Way(name: name) { line in write(line).map { [$0] } }
  }

  private static let wideBlanks = [
    "\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{2007}",
  ]

  /// Blanks that are not ASCII, wherever a blank is or may be.
  private static let blanks: [Way] = wideBlanks.flatMap { blank -> [Way] in
    let code = String(blank.unicodeScalars.first?.value ?? 0, radix: 16)
    return [
      way("U+\(code) after the bullet") { line in
        line.bullet.isEmpty ? nil : line.indent + line.bullet + blank + line.content
      },
      way("U+\(code) after the colon") { line in
        guard let value = line.value else { return nil }
        return prefix(line) + line.key + ":" + blank + value
      },
      way("U+\(code) in front of the colon") { line in
        guard let value = line.value else { return nil }
        return prefix(line) + line.key + blank + ": " + value
      },
      way("U+\(code) at the end") { line in line.plain + blank },
      way("U+\(code) at the beginning") { line in
        [.field, .step].contains(line.kind) && line.indent.isEmpty ? blank + line.plain : nil
      },
      way("U+\(code) for each blank") { line in
        line.kind == .frontMatter
          ? nil : line.indent + line.plain.dropFirst(line.indent.count).replacing(" ", with: blank)
      },
    ]
  }

  private static func prefix(_ line: FactLine) -> String {
    line.indent + (line.bullet.isEmpty ? "" : line.bullet + " ")
  }

  private static func item(_ name: String, _ write: @escaping @Sendable (FactLine) -> String?)
    -> Way
  {
    way(name) { line in
      [.field, .step, .task].contains(line.kind) ? write(line) : nil
    }
  }

  private static let emphasis: [Way] = [
    ("**", "**"), ("*", "*"), ("__", "__"), ("_", "_"), ("`", "`"), ("***", "***"), ("<b>", "</b>"),
    ("<strong>", "</strong>"), ("**_", "_**"),
  ].flatMap { open, close -> [Way] in
    [
      way("\(open) round the key") { line in
        guard let value = line.value else { return nil }
        return prefix(line) + open + line.key + close + ": " + value
      },
      way("\(open) round the key and its colon") { line in
        guard let value = line.value else { return nil }
        return prefix(line) + open + line.key + ":" + close + " " + value
      },
      way("\(open) round all of it") { line in
        line.kind == .task ? nil : prefix(line) + open + line.content + close
      },
    ]
  }

  private static let bullets: [Way] =
    [
      "*", "+", "•", "·", "－", "–", "—", "●", "○", "◦", "▪", "■", "★", "※", "→", "1.", "2)", "3、",
      "①", "（一）", "a)", ">", "> -", "\\-", "- -", "- •", "•\t", "-\t", "-   ", "",
    ].map { bullet in
      item("'\(bullet)' for the bullet") { line in
        line.indent + bullet + (bullet.isEmpty ? "" : " ") + line.content
      }
    } + [
      item("no blank after the bullet") { line in line.indent + line.bullet + line.content },
      item("one column deeper") { line in " " + line.plain },
      item("two columns deeper") { line in "  " + line.plain },
      item("four columns deeper") { line in "    " + line.plain },
      item("a tab deeper") { line in "\t" + line.plain },
      item("an item of HTML") { line in "<li>\(line.content)</li>" },
      item("a paragraph of HTML") { line in "<p>\(line.content)</p>" },
      item("&nbsp; in front") { line in "&nbsp;&nbsp;" + line.plain },
      item("emoji after the bullet") { line in
        line.indent + line.bullet + " 🔴 " + line.content
      },
    ]

  private static let separators: [Way] =
    ["：", " : ", ":", " = ", "＝", "；", "∶", "︰", "﹕", "：：", " — ", "→", " | "].map { sign in
      way("'\(sign)' for the colon") { line in
        guard let value = line.value, line.kind != .frontMatter || sign.contains(":") || sign == "："
        else { return nil }
        return prefix(line) + line.key + sign + value
      }
    } + [
      way("a row of a table") { line in
        guard let value = line.value, [.field].contains(line.kind) else { return nil }
        return "| \(line.key) | \(value) |"
      },
      Way(name: "a table") { line in
        guard let value = line.value, line.kind == .field, line.indent.isEmpty else { return nil }
        return ["", "| 项目 | 内容 |", "| --- | --- |", "| \(line.key) | \(value) |", ""]
      },
      way("blanks between the characters of the key") { line in
        guard let value = line.value, line.kind == .field,
          line.key.unicodeScalars.allSatisfy({ $0.value > 0x2E80 }), line.key.count == 2
        else { return nil }
        return prefix(line) + line.key.map(String.init).joined(separator: " ") + "：" + value
      },
      way("full-width letters and digits in the key and the sign") { line in
        guard let value = line.value, line.kind == .field else { return nil }
        return prefix(line) + fullWidth(line.key) + "：" + value
      },
    ]

  private static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  /// Values on several lines.
  private static let several: [Way] = [
    Way(name: "the value on the next line") { line in
      guard let value = line.value, !value.isEmpty, line.kind != .frontMatter else { return nil }
      return [prefix(line) + line.key + ":", line.indent + "  " + value]
    },
    Way(name: "broken at the first blank") { broken($0, at: " ", keeps: "", after: "") },
    Way(name: "broken with a backslash") { broken($0, at: " ", keeps: "\\", after: "") },
    Way(name: "broken with two blanks") { broken($0, at: " ", keeps: "  ", after: "") },
    Way(name: "broken after 、") { broken($0, at: "、", keeps: "、", after: "") },
    Way(name: "broken after ,") { broken($0, at: ",", keeps: ",", after: "") },
    Way(name: "broken and not indented") { line in
      broken(line, at: "、", keeps: "、", after: nil)
    },
    Way(name: "a list below the key") { elements($0, "- ") },
    Way(name: "a numbered list below the key") { elements($0, "1. ") },
    Way(name: "a list of stars below the key") { elements($0, "* ") },
  ]

  private static func broken(
    _ line: FactLine, at sign: Character, keeps: String, after lead: String?
  ) -> [String]? {
    guard line.kind == .field || line.kind == .step || line.kind == .task,
      let place = (line.value ?? line.key).dropFirst(8).firstIndex(of: sign)
    else { return nil }
    let text = line.value ?? line.key
    let rest = text[text.index(after: place)...].trimmingPrefix(" ")
    guard !rest.isEmpty else { return nil }
    let head = line.value == nil ? prefix(line) : prefix(line) + line.key + ": "
    return [
      head + text[..<place] + keeps, lead.map { line.indent + "  " + $0 + rest } ?? String(rest),
    ]
  }

  private static func elements(_ line: FactLine, _ bullet: String) -> [String]? {
    guard let value = line.value, line.kind == .field else { return nil }
    let separator: Character = value.contains("、") ? "、" : ","
    let parts = line.isList ? value.split(separator: separator) : [Substring(value)]
    guard !value.contains("（"), !value.contains("(") else { return nil }
    return [prefix(line) + line.key + ":"]
      + parts.map { line.indent + "  " + bullet + $0.trimmingPrefix(" ") }
  }

  private static let boxes: [Way] =
    [
      "\\[ \\]", "☐", "[/]", "[>]", "[?]", "[]", "【 】", "［ ］", "( )", "□", "[　]", "[\u{A0}]", "⬜",
      "",
    ].map { box in
      way("'\(box)' for an open box") { line in
        guard line.kind == .task, line.key.hasPrefix("[ ] ") else { return nil }
        return line.indent + line.bullet + " " + box + (box.isEmpty ? "" : " ")
          + line.key.dropFirst(4)
      }
    }
    + ["\\[x\\]", "☑", "✓", "✅", "[X]", "[√]", "[✓]", "【x】", "[ｘ]", "(x)"].map { box in
      way("'\(box)' for a done box") { line in
        guard line.kind == .task, line.key.hasPrefix("[x] ") else { return nil }
        return line.indent + line.bullet + " " + box + " " + line.key.dropFirst(4)
      }
    } + [
      way("emphasis round a task's number") { line in
        guard line.kind == .task, let words = words(of: line) else { return nil }
        return "\(prefix(line))\(words.box) **\(words.number)** \(words.title)"
      },
      way("emphasis round a task's words") { line in
        guard line.kind == .task, let words = words(of: line) else { return nil }
        return "\(prefix(line))\(words.box) **\(words.number) \(words.title)**"
      },
      way("no blank after the box") { line in
        guard line.kind == .task, let words = words(of: line) else { return nil }
        return "\(prefix(line))\(words.box)\(words.number) \(words.title)"
      },
    ]

  private static func words(of line: FactLine) -> (
    box: Substring, number: Substring, title: Substring
  )? {
    let parts = line.key.dropFirst(4).split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].hasPrefix("T") else { return nil }
    return (line.key.prefix(3), parts[0], parts[1])
  }

  private static func heading(_ name: String, _ write: @escaping @Sendable (FactLine) -> String?)
    -> Way
  {
    way(name) { line in
      [.title, .section, .item, .block].contains(line.kind) ? write(line) : nil
    }
  }

  private static let headings: [Way] = [
    heading("closing signs") { $0.plain + " ##" },
    heading("an anchor") { $0.plain + " {#a-1}" },
    heading("a class") { $0.plain + " {.unnumbered}" },
    heading("a pictograph") { "\($0.bullet) 📌 \($0.key)" },
    heading("two pictographs") { "\($0.bullet) ✅🗳️ \($0.key)" },
    heading("a star") { "\($0.bullet) ★ \($0.key)" },
    heading("emphasis and an anchor") { "\($0.bullet) **\($0.key)** {#b}" },
    heading("no blank after the signs") { $0.kind == .title ? nil : $0.bullet + $0.key },
    heading("full-width signs") {
      $0.kind == .title ? nil : String(repeating: "＃", count: $0.bullet.count) + " " + $0.key
    },
    heading("indented") { "  " + $0.plain },
    heading("a bold line") { $0.kind == .title || $0.kind == .item ? nil : "**\($0.key)**" },
    heading("brackets") { $0.kind == .section ? "\($0.bullet) 【\($0.key)】" : nil },
    heading("a number") { $0.kind == .section ? "\($0.bullet) 一、\($0.key)" : nil },
    heading("an Arabic number") { $0.kind == .section ? "\($0.bullet) 2. \($0.key)" : nil },
    heading("a colon") { $0.kind == .section ? $0.plain + "：" : nil },
    heading("a remark") { $0.kind == .section ? $0.plain + "（略）" : nil },
    heading("one level up") { line in
      line.kind == .section || line.kind == .block ? "\(line.bullet.dropLast()) \(line.key)" : nil
    },
    heading("one level down") { line in
      line.kind == .section || line.kind == .block ? "#\(line.plain)" : nil
    },
    heading("a heading of HTML") { line in
      line.kind == .section ? "<h2>\(line.key)</h2>" : nil
    },
    heading("no colon") { line in
      line.kind == .block ? line.plain.replacing(":", with: "", maxReplacements: 1) : nil
    },
    Way(name: "underlined with dashes") { line in
      line.kind == .section ? [line.key, "----"] : nil
    },
    Way(name: "underlined with equals signs") { line in
      line.kind == .section || line.kind == .title ? [line.key, "====="] : nil
    },
    Way(name: "underlined, emphasis") { line in
      line.kind == .section ? ["**\(line.key)**", "---"] : nil
    },
  ]

  private static func front(_ name: String, _ write: @escaping @Sendable (FactLine) -> String?)
    -> Way
  {
    way(name) { $0.kind == .frontMatter ? write($0) : nil }
  }

  private static let frontMatter: [Way] = [
    front("quotation marks") { "\($0.key): \"\($0.value ?? "")\"" },
    front("single quotation marks") { "\($0.key): '\($0.value ?? "")'" },
    front("a bullet") { "- " + $0.plain },
    front("an equals sign") { "\($0.key) = \($0.value ?? "")" },
    front("indented") { "  " + $0.plain },
    front("no colon") { "\($0.key) \($0.value ?? "")" },
  ]

  /// Marks that phones and word processors insert.
  private static let marks: [Way] = [
    way("a return at the end") { $0.plain + "\r" },
    way("a zero-width space in front of the key") { line in
      line.kind == .title ? nil : prefix(line) + "\u{200B}" + line.content
    },
    way("a byte order mark in the middle") { line in
      line.kind == .title ? nil : prefix(line) + "\u{FEFF}" + line.content
    },
    item("a break of HTML at the end") { line in
      line.value == nil || line.isList ? nil : line.plain + "<br>"
    },
    way("an ellipsis of blanks at the end") { $0.plain + " \t " },
  ]
}
