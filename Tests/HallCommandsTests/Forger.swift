import Foundation
import HallCommands
import HallSyntax
import HallWords
import Testing

/// Makes one call with many texts, each time in the same unchanged hall.
final class Forger {
  struct Slot {
    let place: Place
    let before: String
    let text: String
    let after: String
    /// Whether the words choose what the call is about.
    let chooses: Bool
    /// Whether it is the reason or the name that every command takes.
    var isCommon = false
  }

  enum Place {
    case word(Int)
    case line(Int)
    case file(String)
    case typed

    /// Whether the words are in a document that somebody else has written.
    var isDocument: Bool {
      switch self {
      case .word, .line: false
      case .file(let path): path.hasSuffix(".md")
      case .typed: true
      }
    }
  }

  private struct Outcome {
    let answer: Answer
    let shown: String
    let files: [String: [UInt8]]
  }

  private let call: ForgedCall
  private let words: [String]
  private let hall: TestHall
  /// The hall before the call.
  private let before: [String: [UInt8]]
  private(set) var slots: [Slot] = []
  private var plain: Outcome?

  init(_ call: ForgedCall) throws {
    self.call = call
    words = Forger.signed(call.words)
    try #require(!ForgedHall.recorded.isEmpty)
    hall = try TestHall([:])
    let files = call.files.mapValues { Array(Forger.unmarked($0).utf8) }
    before = ForgedHall.recorded.merging(files) { $1 }
    try hall.restore(before, from: hall.files)
    for (index, word) in words.enumerated() {
      for var slot in Forger.slots(word, .word(index)) {
        slot.isCommon = index > 0 && ["-m", "--by"].contains(words[index - 1])
        slots.append(slot)
      }
    }
    for (index, line) in call.lines.enumerated() { slots += Forger.slots(line, .line(index)) }
    for (path, text) in call.files { slots += Forger.slots(text, .file(path)) }
    slots += Forger.slots(call.typed, .typed)
    let plain = try answer(nil, "")
    #expect(plain.answer.status == 0, "\(plain.answer.errors)\(plain.shown)")
    self.plain = plain
  }

  /// The call with a reason and a name, which every command that writes takes.
  private static func signed(_ words: [String]) -> [String] {
    guard words[0] != "minute", words[0] != "sign" else { return words }
    let hasReason = words.contains("-m") || words[0] == "amend"
    return words + (hasReason ? [] : ["-m", "«理由»"]) + ["--by", "«王五»"]
  }

  private static func unmarked(_ text: String) -> String { text.filter { !"«»‹›".contains($0) } }

  private static func slots(_ text: String, _ place: Place) -> [Slot] {
    var slots: [Slot] = []
    var index = text.startIndex
    while let open = text[index...].firstIndex(where: { "«‹".contains($0) }),
      let close = text[open...].firstIndex(where: { "»›".contains($0) })
    {
      index = text.index(after: close)
      slots.append(
        Slot(
          place: place, before: unmarked(String(text[..<open])),
          text: unmarked(String(text[open...close])), after: unmarked(String(text[index...])),
          chooses: text[open] == "‹"))
    }
    return slots
  }

  /// Makes the call with a text in one of its places, and restores the hall.
  private func answer(_ slot: Slot?, _ text: String) throws -> Outcome {
    var words = words.map(Forger.unmarked)
    var lines = call.lines.map(Forger.unmarked)
    var typed = Forger.unmarked(call.typed)
    var start = before
    if let slot {
      let whole = slot.before + text + slot.after
      switch slot.place {
      case .word(let index): words[index] = whole
      case .line(let index): lines[index] = whole
      case .file(let path):
        let cell = path.hasSuffix(".csv") ? text.replacing("\"", with: "\"\"") : text
        start[path] = Array((slot.before + cell + slot.after).utf8)
        try hall.restore(start, from: before)
      case .typed: typed = whole
      }
    }
    let console = ScriptedConsole(lines, isInteractive: call.isPerson) { [typed] words in
      let file = URL(filePath: words.last ?? "")
      guard !typed.isEmpty, let old = try? Data(contentsOf: file) else { return 1 }
      return (try? (old + Data(typed.utf8)).write(to: file)) == nil ? 1 : 0
    }
    let answer = CommandTable.answer(words, in: context(console))
    let files = hall.files
    let outcome = Outcome(answer: answer, shown: console.shown, files: files)
    if let slot { try judge(outcome, slot, text, start) }
    try hall.restore(before, from: files)
    return outcome
  }

  private func context(_ console: ScriptedConsole) -> CommandContext {
    var context = hall.context(
      isTerminal: true, environment: ["NO_COLOR": "1", "EDITOR": "ed", "LANG": "zh_CN"],
      console: console)
    context.programs = ForgedKeygen()
    return context
  }

  func forge(_ slot: Int, _ text: String) throws {
    _ = try answer(slots[slot], text)
  }

  // MARK: Judging

  private func judge(
    _ outcome: Outcome, _ slot: Slot, _ text: String, _ start: [String: [UInt8]]
  ) throws {
    func visible(_ text: String) -> String {
      String(text.prefix(200)).unicodeScalars.map { $0.escaped(asASCII: false) }.joined()
    }
    var name: String { "\(call.testDescription.prefix(300)), \(slot.text) ← \(visible(text))" }
    let (answer, files) = (outcome.answer, outcome.files)
    var said: String { "\n" + visible(answer.output + answer.errors + outcome.shown) }
    // One of several lines of minutes may be refused while the others are accepted.
    let isPartly = answer.status == 1 && call.words[0] == "minute" && call.lines.count > 2
    #expect([0, 2].contains(answer.status) || isPartly, "\(name): status \(answer.status)")
    expectVisible(answer.output + answer.errors + outcome.shown, name)
    let changed = Set(files.keys).union(start.keys)
      .filter { !$0.contains(".hall/") && files[$0] != start[$0] }
    if answer.status == 2 {
      #expect(changed.isEmpty, "\(name): refused, and \(changed) changed\(said)")
      return
    }
    guard !changed.isEmpty else { return }
    if call.words[0] != "init" || !call.words.contains("新厅") {
      // A text from an editor may contain errors, so check need not pass.
      let readings = slot.place.isDocument ? [] : [["check"], ["status"]]
      for words in readings + [["verify"]] + self.readings(of: changed) {
        let read = CommandTable.answer(
          words, in: context(ScriptedConsole([], isInteractive: false)))
        #expect(read.status == 0, "\(name): \(words) \(visible(read.output + read.errors))")
        expectVisible(read.output + read.errors, "\(name): \(words)")
      }
    }
    guard let plain, !slot.chooses else { return }
    let isBlank = text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    for path in changed.union(plain.files.keys.filter { plain.files[$0] != start[$0] })
    where !path.contains(".hall/") && !path.hasSuffix(".csv") {
      let (meant, found) = (structure(plain.files[path], path), structure(files[path], path))
      let isSame = isBlank || isPartly ? isPart(found, of: meant) : found == meant
      let difference = found.difference(from: meant)
      #expect(isSame, "\(name): \(path) \(Array(difference))")
      if !isBlank, !isPartly, !path.hasPrefix("history/") {
        let lost = lost(start[path], files[path])
        #expect(lost == self.lost(start[path], plain.files[path]), "\(name): \(path)")
      }
    }
  }

  private func readings(of paths: Set<String>) -> [[String]] {
    let names = paths.filter { $0.hasPrefix("history/") && !$0.contains("hall.md") }
      .map { String($0.dropFirst(8).dropLast(3)) }
    return names.flatMap { [["show", $0], ["log", $0], ["diff", $0, "0"]] }
  }

  /// Expects no character that must never reach a terminal raw.
  private func expectVisible(_ text: String, _ name: @autoclosure () -> String) {
    let raw = text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
      default: false
      }
    }
    #expect(raw == nil, "\(name()): shows U+\(String(raw?.value ?? 0, radix: 16))")
  }

  /// The lines of the old text that the new one no longer has.
  private func lost(_ old: [UInt8]?, _ new: [UInt8]?) -> [[UInt8]] {
    func lines(_ bytes: [UInt8]?) -> [[UInt8]] {
      (bytes ?? []).split(separator: 0x0A).map(Array.init)
    }
    return lines(new).difference(from: lines(old)).removals.map { removal in
      switch removal {
      case .remove(_, let line, _), .insert(_, let line, _): line
      }
    }
  }

  /// The structure of a file, line by line.
  private func structure(_ bytes: [UInt8]?, _ path: String) -> [String] {
    let bytes = bytes ?? []
    if path.hasPrefix("history/") {
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter {
        $0.hasPrefix("#") || $0.hasPrefix("*") || $0.hasPrefix("```")
      }.map { String($0.prefix(while: { $0 != ":" })).prefix(while: { $0 != "`" }).description }
    }
    let kind: Document.Kind =
      switch path {
      case _ where path.hasSuffix("hall.md"): .hall
      case _ where path.hasPrefix("agendas/"): .meeting
      case _ where path.hasPrefix("matters/"): .matter
      case _ where path.hasSuffix("roster.md"): .roster
      case _ where path.contains("private/"): .ballots
      default: .other
      }
    return Document(path: path, kind: kind, bytes: bytes).nodes.compactMap { node in
      switch node.kind {
      case .blank, .prose: nil
      default: "\(node.kind) \(node.keyword.map { "\($0)" } ?? "") \(node.depth)"
      }
    }
  }

  private func isPart(_ found: [String], of meant: [String]) -> Bool {
    var rest = meant[...]
    for line in found {
      guard let place = rest.firstIndex(of: line) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
