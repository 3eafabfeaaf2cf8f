/// One of the program's readers, and what must hold of its answer.
struct Reader: Sendable {
  let name: String
  /// What is wrong; nil if nothing is. That it returns at all is what is tried first.
  let fault: @Sendable (Input) -> String?

  init(_ name: String, _ fault: @escaping @Sendable (Input) -> String?) {
    (self.name, self.fault) = (name, fault)
  }

  static let all = documents + halls + histories + pages + sheets + words
}
