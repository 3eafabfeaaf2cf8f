# Builds and installs hall.
#
#     make                        one file that needs nothing else (5 to 10 minutes)
#     make install                into /usr/local; PREFIX=$HOME/.local needs no root
#     make uninstall              removes the same files
#     make test
#     make package                a .deb and a tarball, in .build/packages
#
# DESTDIR=/tmp/root installs below another root. On macOS, or where the static libraries of Swift are
# missing, `make STATIC=` builds a program that needs them at run time.

PREFIX = /usr/local
DESTDIR =
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DOCDIR = $(PREFIX)/share/doc/hall
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d

SWIFT = swift
STRIP = strip
ifneq ($(shell uname -s),Darwin)
STATIC = --static-swift-stdlib -Xswiftc -static-executable
endif

PROGRAM = .build/release/hall
# What the program says of itself, for the shells and for man.
MADE = .build/share
PAGES = $(MADE)/hall.1 $(MADE)/hall.zh.1 $(MADE)/hall.bash $(MADE)/hall.zsh $(MADE)/hall.fish
SOURCES = Package.swift $(shell find Sources agendas -type f)

all: $(PROGRAM) $(PAGES)

$(PROGRAM): $(SOURCES)
	HALL_BUILT_FROM="$$(scripts/built-from)" $(SWIFT) build -c release $(STATIC) --product hall
	touch $@

$(MADE)/hall.1: $(PROGRAM)
	@mkdir -p $(MADE)
	$(PROGRAM) man --lang en > $@.new && mv $@.new $@

$(MADE)/hall.zh.1: $(PROGRAM)
	@mkdir -p $(MADE)
	$(PROGRAM) man --lang zh > $@.new && mv $@.new $@

$(MADE)/hall.bash $(MADE)/hall.zsh $(MADE)/hall.fish: $(PROGRAM)
	@mkdir -p $(MADE)
	$(PROGRAM) completions $(patsubst .%,%,$(suffix $@)) > $@.new && mv $@.new $@

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/zh_CN/man1 \
	  $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR) $(DESTDIR)$(DOCDIR)/docs/pictures \
	  $(DESTDIR)$(DOCDIR)/docs/schemas
	install -m 755 $(PROGRAM) $(DESTDIR)$(BINDIR)/hall
	$(STRIP) $(DESTDIR)$(BINDIR)/hall
	install -m 644 $(MADE)/hall.1 $(DESTDIR)$(MANDIR)/man1/hall.1
	install -m 644 $(MADE)/hall.zh.1 $(DESTDIR)$(MANDIR)/zh_CN/man1/hall.1
	install -m 644 $(MADE)/hall.bash $(DESTDIR)$(BASHDIR)/hall
	install -m 644 $(MADE)/hall.zsh $(DESTDIR)$(ZSHDIR)/_hall
	install -m 644 $(MADE)/hall.fish $(DESTDIR)$(FISHDIR)/hall.fish
	install -m 644 README.md README.zh.md CHANGELOG.md LICENSE $(DESTDIR)$(DOCDIR)
	install -m 644 docs/*.md $(DESTDIR)$(DOCDIR)/docs
	install -m 644 docs/pictures/* $(DESTDIR)$(DOCDIR)/docs/pictures
	install -m 644 docs/schemas/* $(DESTDIR)$(DOCDIR)/docs/schemas

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/hall $(DESTDIR)$(MANDIR)/man1/hall.1 \
	  $(DESTDIR)$(MANDIR)/zh_CN/man1/hall.1 $(DESTDIR)$(BASHDIR)/hall $(DESTDIR)$(ZSHDIR)/_hall \
	  $(DESTDIR)$(FISHDIR)/hall.fish
	rm -rf $(DESTDIR)$(DOCDIR)

package: all
	scripts/package

test:
	$(SWIFT) test

# Everything that was built is below .build; this removes it and nothing else.
clean:
	rm -rf .build

.PHONY: all install uninstall package test clean
.DELETE_ON_ERROR:
