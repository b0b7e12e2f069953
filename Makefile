# Reskontra. `make` lists what can be made.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# JDK 25: JAVA_HOME when it is one, else the usual places.
JDK := $(shell for home in "$$JAVA_HOME" /usr/lib/jvm/*25* /opt/java/*25* /opt/jdk*25* \
	"$$HOME"/.sdkman/candidates/java/25* "$$HOME"/.jdks/*25* \
	/Library/Java/JavaVirtualMachines/*25*/Contents/Home; do \
	if [ -x "$$home/bin/javac" ] && "$$home/bin/javac" -version 2>&1 | grep -q '^javac 25'; then echo "$$home"; break; fi; done)
MVN := JAVA_HOME="$(JDK)" mvn -B -ntp
JAVA := "$(JDK)/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow

.PHONY: help jdk build demo run caches bench chaos test mutants test-containers format clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | awk -F'|' '{printf "  make %-16s %s\n", $$1, $$2}'

jdk:
	@if [ -z "$(JDK)" ]; then echo "Reskontra builds with JDK 25: install Temurin 25 and set JAVA_HOME to it."; exit 1; fi
	@command -v mvn >/dev/null || { echo "Reskontra builds with Maven 3.8.6 or later: install it."; exit 1; }

build: jdk ## compile and package everything, without tests
	@echo "building (the log is target/build.log) ..."
	@mkdir -p target
	@$(MVN) -q -T2 package -Dmaven.test.skip=true -Dspotless.check.skip > target/build.log 2>&1 || { tail -50 target/build.log; exit 1; }

# make reads --keep as its own --keep-going and tells us by the letter k.
KEEP ?= $(findstring k,$(firstword -$(MAKEFLAGS)))

demo: build ## run the main job on a book of invoices; BOOK=file.csv MAPPING=file.yaml take another, --keep leaves it up
	@$(JAVA) -jar platform/acceptance/target/acceptance.jar \
		$(if $(BOOK),--book "$(BOOK)") $(if $(MAPPING),--mapping "$(MAPPING)") $(if $(KEEP),--keep) $(ARGS)

run: build ## start the platform and leave it up; addresses and tokens are in target/run.json
	@$(JAVA) -jar platform/local-stack/target/local-stack.jar $(if $(DATA),--data "$(DATA)") $(ARGS)

caches: build ## make the services' ahead-of-time caches, so that later runs start them with half the work
	@$(JAVA) -cp platform/local-stack/target/local-stack.jar org.reskontra.localstack.StartCaches

bench: build ## measure the platform beside the raw limit of its database and broker; CASES="bulk relay" takes some
	@$(JAVA) -Djava.util.logging.config.file=platform/benchmarks/logging.properties \
		-jar platform/benchmarks/target/benchmarks.jar $(CASES)

chaos: build ## have made-up creditors live through faults; SEEDS=20 so many of them, SEED=4711 this one only, SHORT=1 briefly
	@$(JAVA) -cp platform/acceptance/target/acceptance.jar org.reskontra.acceptance.chaos.Chaos \
		$(if $(SEEDS),--seeds $(SEEDS)) $(if $(SEED),--seed $(SEED)) $(if $(SHORT),--short) \
		$(if $(MUTATION),--mutation $(MUTATION)) $(ARGS)

test: jdk ## pass all tests
	@$(MVN) -T2 verify

mutants: jdk ## change the rulebook's calculators in small ways and count what no test notices; the report is in platform/rulebook/target/pit-reports
	@$(MVN) test -P mutation -pl platform/rulebook -am -Dspotless.check.skip

test-containers: jdk ## pass the service tests on servers in containers, where a Docker engine answers
	@if docker info >/dev/null 2>&1; then $(MVN) verify -Dreskontra.backend=containers; \
	else echo "no Docker engine answers: nothing was tested (make test uses embedded servers)"; fi

format: jdk ## format the code
	@$(MVN) -q spotless:apply

clean: jdk ## remove what was built
	@$(MVN) -q clean
