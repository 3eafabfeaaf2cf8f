import HallSyntax
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "a document's identifier is read with any number of digits and written with three",
    arguments: [
      ("Q-2025-014", DocumentID(.matter, year: 2025, number: 14), "Q-2025-014"),
      ("M-2025-8", DocumentID(.meeting, year: 2025, number: 8), "M-2025-008"),
      ("m-2025-0008", DocumentID(.meeting, year: 2025, number: 8), "M-2025-008"),
      ("Q-2025-1234", DocumentID(.matter, year: 2025, number: 1234), "Q-2025-1234"),
      ("Q-0025-014", DocumentID(.matter, year: 25, number: 14), "Q-0025-014"),
    ])
  func documents(_ text: String, id: DocumentID, written: String) throws {
    for spelling in spellings(text) {
      #expect(try DocumentID(reading: Slice(spelling)) == id)
    }
    #expect(id.text == written)
  }

  @Test(
    "a text that is not a document's identifier",
    arguments: [
      ("X-2025-014", ValueFault.malformed), ("Q-25-014", .malformed), ("Q-2025-", .malformed),
      ("Q-2025-0", .malformed), ("Q-2025-014-D1", .malformed), ("Q-2025-014x", .malformed),
      ("Q2025014", .malformed), ("", .emptyValue), ("Q-2025--14", .malformed),
      ("Q-2025-1234567890", .malformed), ("Q - 2025 - 014", .malformed),
    ])
  func badDocuments(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try DocumentID(reading: Slice(text)) }
  }

  @Test(
    "a decision's or a task's identifier",
    arguments: [
      ("M-2025-008-D1", PartID.Kind.decision, 1, "M-2025-008-D1"),
      ("Q-2025-14-T12", .task, 12, "Q-2025-014-T12"), ("m-2025-008-t3", .task, 3, "M-2025-008-T3"),
      ("M-2025-008-D01", .decision, 1, "M-2025-008-D1"),
    ])
  func parts(_ text: String, kind: PartID.Kind, number: Int, written: String) throws {
    for spelling in spellings(text) {
      let part = try PartID(reading: Slice(spelling))
      #expect(part.kind == kind)
      #expect(part.number == number)
      #expect(part.text == written)
    }
  }

  @Test(
    "a text that is not a part's identifier",
    arguments: [
      ("M-2025-008", ValueFault.malformed), ("M-2025-008-", .malformed),
      ("M-2025-008-X1", .malformed),
      ("M-2025-008-D", .malformed), ("D1", .malformed), ("M-2025-008-D1x", .malformed),
      ("M-2025-008#2", .malformed), ("", .emptyValue),
    ])
  func badParts(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try PartID(reading: Slice(text)) }
  }

  @Test("identifiers are ordered by kind, year and number, not as text")
  func order() throws {
    let texts = ["M-2025-010", "Q-2025-2", "M-2024-999", "Q-2025-010", "M-2025-9"]
    let sorted = try texts.map { try DocumentID(reading: Slice($0)) }.sorted().map(\.text)
    #expect(sorted == ["Q-2025-002", "Q-2025-010", "M-2024-999", "M-2025-009", "M-2025-010"])
  }
}
