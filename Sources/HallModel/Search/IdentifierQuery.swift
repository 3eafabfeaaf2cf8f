import HallSyntax

/// An identifier as written on the command line: whole, or its right-hand segments, compared as
/// numbers.
package struct IdentifierQuery {
  package enum Part: Equatable {
    case whole
    case item(Int), decision(Int), task(Int)
  }

  private var series: DocumentID.Series?
  private var year: Int?
  private var number: Int?
  private var part = Part.whole

  /// Whether a word means the hall itself, its `hall.md`.
  package static func isHall(_ text: String) -> Bool { ["hall", "hall.md", "议事厅"].contains(text) }

  /// Reads `M-2025-008`, `M8`, `2025-8`, `8`, `8-T3`, `8T3`, `D1`, `8#2`; nil where the text is not an
  /// identifier.
  package init?(_ text: String) {
    var cursor = Cursor(Slice(text).trimmed)
    guard !cursor.atEnd else { return nil }
    if cursor.take("Q") {
      series = .matter
    } else if cursor.take("M") {
      series = .meeting
    }
    if series != nil { _ = cursor.take("-") }
    if let first = cursor.takeNumber() {
      number = first.value
      var ahead = cursor
      if ahead.take("-"), let second = ahead.takeNumber() {
        (year, number) = (first.value, second.value)
        cursor = ahead
      }
      let letters = "#DTdt".utf8
      if let next = cursor.next, !letters.contains(next) {
        guard cursor.take("-") else { return nil }
      }
    } else if series != nil {
      return nil
    }
    if cursor.take("#") {
      guard let item = cursor.takeNumber() else { return nil }
      part = .item(item.value)
    } else if cursor.take("D") {
      guard let decision = cursor.takeNumber() else { return nil }
      part = .decision(decision.value)
    } else if cursor.take("T") {
      guard let task = cursor.takeNumber() else { return nil }
      part = .task(task.value)
    } else if number == nil {
      return nil
    }
    guard cursor.atEnd else { return nil }
  }

  /// Whether it means the document with an identifier, or a part of it.
  package func isAbout(_ id: DocumentID) -> Bool {
    isAbout(id.series) && (year ?? id.year) == id.year
      && (number ?? id.number) == id.number
  }

  package func isAbout(_ other: DocumentID.Series) -> Bool { series ?? other == other }

  /// Whether it is a number without the letter of a series: `8`, `8-T3`.
  package var isBareNumber: Bool { series == nil && number != nil }

  /// Whether it gives the number of its document.
  package var isNumbered: Bool { number != nil }

  /// Whether it gives the full identifier of its document, as in `M-2025-008-T3`.
  package var isFull: Bool { series != nil && year != nil && number != nil }

  /// The things with the identifier. A number without its letter is that of a meeting if one fits,
  /// else that of a matter.
  package func named<Thing>(in all: [Thing], _ reference: (Thing) -> Reference) -> [Thing] {
    let found = all.filter { matches(reference($0)) }
    guard isBareNumber else { return found }
    let meetings = found.filter { reference($0).documentID?.series == .meeting }
    return meetings.isEmpty ? found : meetings
  }

  package func matches(_ reference: Reference) -> Bool {
    guard reference.part == part, let id = reference.documentID else { return false }
    return isAbout(id)
  }
}
