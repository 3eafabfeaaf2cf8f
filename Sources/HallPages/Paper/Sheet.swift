import HallSyntax

/// Something to print, before it has a form: blocks in the order in which they are read.
package struct Sheet: Sendable {
  package enum Block: Sendable {
    /// The mark of official minutes, in red above everything.
    case mark(String)
    case title(String)
    case heading(String)
    /// A paragraph of the program's own words; lines are parted by line breaks.
    case text(String)
    /// A paragraph that stands apart, as a conclusion.
    case strong(String)
    /// Markdown that somebody wrote.
    case prose([UInt8])
    case facts([Fact])
    case list([String])
    case table(Table)
    /// Lines to write on, each with its label.
    case lines([String])
    /// Boxes to tick.
    case boxes([String])
    /// Who issues it and when: at the right.
    case signature([String])
    case small(String)
    case pageBreak
    /// Where the counterfoil is torn off.
    case tear(String)
  }

  package struct Fact: Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  package struct Table: Sendable {
    package var caption: String?
    package var head: [String]
    package var rows: [[String]]
    /// Columns of numbers, set to the right.
    package var numbers: Set<Int> = []
    /// Columns that are never broken, as numbers and days.
    package var short: Set<Int> = []
    /// Rows that are high enough to write in.
    package var isToFill = false
    /// The share of the width of each column, in percent; empty for as much as it needs.
    package var widths: [Int] = []

    package init(_ head: [String], _ rows: [[String]] = [], caption: String? = nil) {
      (self.head, self.rows, self.caption) = (head, rows, caption)
    }
  }

  /// How it is laid out.
  package enum Layout: String, Sendable {
    /// A4, margins of 25 mm.
    case plain
    /// Official minutes: GB/T 9704.
    case minutes
    /// A board that is read from two metres.
    case board
    case ballot
    /// A4 across: tables of many columns.
    case wide
  }

  package let language: Language
  /// The name of the page, as in the title of a window.
  package let name: String
  package var layout = Layout.plain
  package var blocks: [Block]
  /// What it was printed from.
  package var foot: String?

  package init(_ name: String, _ language: Language, _ blocks: [Block] = []) {
    (self.name, self.language, self.blocks) = (name, language, blocks)
  }
}
