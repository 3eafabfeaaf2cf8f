import Foundation
import HallCommands
import HallWords
import TestSupport
import Testing
@testable import HallGit

/// The manual page says what the table says, and real programs read it.
@Suite("The manual page")
struct ManPageTests {
  private static func page(_ language: String) -> Answer {
    CommandTable.answer(["man", "--lang", language], in: Repository.context())
  }

  /// What a script with the page in `page.1` says.
  private func said(_ language: String, _ script: String) throws -> String {
    let folder = try TestFolder(["page.1": Self.page(language).output])
    return try RealProgram.start(script, hall: "/nonexistent/hall", in: folder.url).said()
  }

  @Test("every command, every option and every example is on it", arguments: ["zh", "en"])
  func complete(language: String) {
    let page = Self.page(language)
    #expect(page.status == 0 && page.errors.isEmpty)
    let text = page.output.replacing("\\-", with: "-").replacing("\\(dq", with: "\"")
      .replacing("\\(aq", with: "'").replacing("\\(ti", with: "~")
    for spec in CommandTable.commands {
      #expect(text.contains(".SS " + spec.called(language == "zh" ? .zh : .en)), "\(spec.name)")
      for example in spec.examples {
        #expect(text.contains("\n  " + example[language == "zh" ? .zh : .en] + "\n"))
      }
      for option in spec.allOptions { #expect(text.contains(option.name), "\(option.name)") }
    }
  }

  @Test("mandoc finds nothing wrong", .needs(.mandoc), arguments: ["zh", "en"])
  func lint(language: String) throws {
    #expect(try said(language, "mandoc -T lint page.1; echo $?") == "0\n")
  }

  @Test("groff finds nothing wrong", .needs(.groff), arguments: ["zh", "en"])
  func groff(language: String) throws {
    let warnings = try said(
      language, "groff -K utf8 -man -T utf8 -ww -rLL=80n page.1 2>&1 >/dev/null; echo $?")
    #expect(warnings == "0\n")
  }

  @Test(
    "no line is wider than 80 columns but an example", .needs(.mandoc), arguments: ["zh", "en"])
  func width(language: String) throws {
    for script in [
      "mandoc -T utf8 page.1 | col -b -x", "groff -K utf8 -man -T utf8 -P -cbou page.1",
    ] {
      let text = try said(language, script)
      #expect(text.contains("hall"))
      for line in text.split(separator: "\n") where !line.hasPrefix("         hall ") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
      }
    }
  }

  @Test("the day is that of the packager, if there is one")
  func day() {
    let page = CommandTable.answer(
      ["man", "--lang", "en"],
      in: Repository.context(environment: ["SOURCE_DATE_EPOCH": "1700000000"]))
    #expect(page.output.hasPrefix(".TH \"HALL\" \"1\" \"2023-11-14\" \"hall "))
    #expect(Self.page("en").output.contains("\"2025-12-01\""))
  }
}
