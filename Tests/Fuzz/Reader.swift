/// One of the program's readers, and what must hold of its answer.
struct Reader: Sendable {
  let name: String
  /// Whether an input is tried: costly readers take every so many.
  let takes: @Sendable (Input) -> Bool
  /// What is wrong; nil if nothing is. That it returns at all is what is tried first.
  let fault: @Sendable (Input) -> String?

  init(
    _ name: String, for takes: @escaping @Sendable (Input) -> Bool = { _ in true },
    _ fault: @escaping @Sendable (Input) -> String?
  ) {
    (self.name, self.takes, self.fault) = (name, takes, fault)
  }

  static let all = documents + halls + histories + pages + sheets + words
}
