package cn.sunlot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * The back office as one Spring context; its business modules are the packages beside this class.
 *
 * <p>The public site and the launcher live in the same executable jar and are left out of the scan:
 * they have contexts (and database roles) of their own.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
    // Modules may have classes of one name.
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "cn\\.sunlot\\.(portal|app|cli)\\..*"))
@Modulithic(systemName = "Sunlot", sharedModules = "kernel")
public class SunlotPlatform {}
