import Foundation
import HallChecks
import HallModel
import HallSyntax
import Testing

/// Each fact of the samples in every way of writing that anybody thought of: either it is read as
/// the same fact, or `hall check` reports the line.
@Suite("Ways of writing")
struct WaysOfWritingTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A sample hall and one of its documents.
  struct Sample: Sendable, CustomTestStringConvertible {
    let hall: String
    let path: String
    let kind: Document.Kind
    var testDescription: String { hall + "/" + path }
  }

  static let samples: [Sample] = ["xingannanlu", "riverside", "twins/zh", "twins/en"].flatMap {
    hall -> [Sample] in
    let folder = root.appending(path: "samples/\(hall)")
    func names(_ name: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: name).path())) ?? []).filter { $0.hasSuffix(".md") }.sorted()
    }
    return [Sample(hall: hall, path: "hall.md", kind: .hall)]
      + names("agendas").map { Sample(hall: hall, path: "agendas/" + $0, kind: .meeting) }
      + names("matters").map { Sample(hall: hall, path: "matters/" + $0, kind: .matter) }
  }

  private func bytes(_ sample: Sample, _ path: String) throws -> [UInt8] {
    let file = Self.root.appending(path: "samples/\(sample.hall)/\(path)")
    return [UInt8](try Data(contentsOf: file))
  }

  private struct Judge {
    let sample: Sample
    let charter: Charter
    let today = Day(number: 20_423)

    /// The lines of the document with a problem, and the problem's check.
    func problems(_ document: Document) -> Set<String> {
      let hall: Hall
      if document.kind == .hall {
        hall = Hall(charter: Charter(document: document), documents: [], ballotBooks: [:])
      } else {
        hall = Hall(charter: charter, documents: [document], ballotBooks: [:])
      }
      let index = LineIndex(document.bytes)
      return Set(
        Checker.problems(in: hall, today: today, of: [document.path]).map { problem in
          "\(index.position(of: problem.range.lowerBound).line) \(problem.id)"
        })
    }
  }

  @Test("every fact line has at least forty")
  func enough() throws {
    #expect(Self.samples.count > 40)
    for sample in Self.samples.prefix(6) {
      let document = Document(
        path: sample.path, kind: sample.kind, bytes: try bytes(sample, sample.path))
      let lines = FactLine.all(in: document)
      #expect(!lines.isEmpty, "\(sample)")
      for line in lines {
        let count = Way.all.count { $0.write(line) != nil }
        #expect(
          count >= (line.kind == .field || line.kind == .task ? 60 : 40), "\(line.raw): \(count)")
      }
    }
  }

  /// How many ways each line is written in: four; the number in `HALL_LONG`; or all of them, if that
  /// is any other word.
  private static let most =
    ProcessInfo.processInfo.environment["HALL_LONG"].map { Int($0) ?? .max } ?? 4

  /// The ways a line is written in: different ones for each line, so that all of them are used.
  private static func ways(for line: FactLine) -> [(Way, [String])] {
    let all = Way.all.compactMap { way in way.write(line).map { (way, $0) } }
    guard all.count > most else { return all }
    return (0..<most).map { all[(line.number * 31 + $0) % all.count] }
  }

  @Test("the same fact, or a problem at its line", arguments: samples)
  func ways(_ sample: Sample) throws {
    let bytes = try bytes(sample, sample.path)
    let original = Document(path: sample.path, kind: sample.kind, bytes: bytes)
    let hall = Document(path: "hall.md", kind: .hall, bytes: try self.bytes(sample, "hall.md"))
    let judge = Judge(sample: sample, charter: Charter(document: hall))
    var statements = Statements()
    let meant = statements.statement(of: original)
    let known = judge.problems(original)
    for line in FactLine.all(in: original) {
      for (way, lines) in Self.ways(for: line) {
        let text = lines.joined(separator: "\n")
        let changed = Document(
          path: sample.path, kind: sample.kind,
          bytes: bytes[..<line.range.lowerBound] + Array(text.utf8)
            + bytes[line.range.upperBound...])
        if statements.statement(of: changed) == meant { continue }
        // A line moved away from under a task is reported at its new place.
        let below = line.kind == .task ? 8 : 0
        let places = line.number..<(line.number + lines.count + below)
        let isNamed = judge.problems(changed).subtracting(known).contains { problem in
          problem.split(separator: " ").first.flatMap { Int($0) }.map(places.contains) ?? false
        }
        if !isNamed {
          Issue.record("\(way): \(sample.testDescription):\(line.number): \(text)")
        }
      }
    }
  }
}
