/// `Q-2025-014` or `M-2025-008`: the name of a document. It is written with at least three digits
/// and read with any number.
package struct DocumentID: Hashable, Comparable, Sendable {
  package enum Series: UInt8, Sendable {
    case matter, meeting

    package var letter: String { self == .matter ? "Q" : "M" }
  }

  package let series: Series
  package let year: Int
  package let number: Int

  package init(_ series: Series, year: Int, number: Int) {
    self.series = series
    self.year = year
    self.number = number
  }

  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    guard let id = cursor.takeDocumentID(), cursor.atEnd else { throw .malformed }
    self = id
  }

  package var text: String {
    let digits = String(number)
    var text = series.letter
    text += year < 10 ? "-000" : year < 100 ? "-00" : year < 1000 ? "-0" : "-"
    text += String(year)
    text += digits.utf8.count == 1 ? "-00" : digits.utf8.count == 2 ? "-0" : "-"
    text += digits
    return text
  }

  package static func < (left: DocumentID, right: DocumentID) -> Bool {
    (left.series.rawValue, left.year, left.number)
      < (right.series.rawValue, right.year, right.number)
  }
}

/// `M-2025-008-D1` or `Q-2025-014-T1`: a decision or a task, named by its document and number.
package struct PartID: Hashable, Sendable {
  package enum Kind: Sendable {
    case decision, task

    package var letter: String { self == .decision ? "D" : "T" }
  }

  package let document: DocumentID
  package let kind: Kind
  package let number: Int

  package init(document: DocumentID, kind: Kind, number: Int) {
    self.document = document
    self.kind = kind
    self.number = number
  }

  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    guard let document = cursor.takeDocumentID(), cursor.take("-") else { throw .malformed }
    let kind: Kind
    if cursor.take("D") {
      kind = .decision
    } else if cursor.take("T") {
      kind = .task
    } else {
      throw .malformed
    }
    guard let number = cursor.takeNumber(), cursor.atEnd else { throw .malformed }
    self.init(document: document, kind: kind, number: number.value)
  }

  package var text: String {
    var text = document.text
    text += "-"
    text += kind.letter
    text += String(number)
    return text
  }
}

extension ByteCursor {
  /// Takes `Q-2025-014` or `M-2025-008`, with any number of digits after the year.
  package mutating func takeDocumentID() -> DocumentID? {
    var ahead = self
    let series: DocumentID.Series
    if ahead.take("Q") {
      series = .matter
    } else if ahead.take("M") {
      series = .meeting
    } else {
      return nil
    }
    guard ahead.take("-"), let year = ahead.takeNumber(), year.digits == 4, ahead.take("-"),
      let number = ahead.takeNumber(), number.value > 0, number.digits <= 9
    else { return nil }
    self = ahead
    return DocumentID(series, year: year.value, number: number.value)
  }
}
